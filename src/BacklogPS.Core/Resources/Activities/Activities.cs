using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for activities.</summary>
internal static class Activities
{
    /// <summary>The feed of the space.</summary>
    /// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-recent-updates/</remarks>
    public static readonly ApiPath OfSpace = ApiPath.Of("space", "activities");

    /// <summary>The feed of a project. https://developer.nulab.com/docs/backlog/api/2/get-project-recent-updates/</summary>
    public static ApiPath OfProject(string project) => ApiPath.Of("projects", project, "activities");

    /// <summary>
    /// The feed of what a user did. https://developer.nulab.com/docs/backlog/api/2/get-user-recent-updates/
    /// </summary>
    public static ApiPath OfUser(long id) => ApiPath.Of("users", id.ToString(CultureInfo.InvariantCulture), "activities");

    /// <summary>Lists the activities of one of the feeds above.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="types">The types to list; null or empty for all.</param>
    /// <param name="bounds">The bounds of the ids.</param>
    /// <param name="order">The order; null for newest first.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task ListAsync(
        BacklogHttp http,
        ApiPath feed,
        IReadOnlyList<long>? types,
        IdBounds bounds,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<Activity>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByIdAsync(
            http,
            feed,
            from => bounds.Query(from, order).AddAll("activityTypeId[]", types),
            order == SortOrder.Ascending,
            range,
            a => a.Id,
            emit,
            cancel);

    /// <summary>
    /// One activity by id, including who was notified of it.
    /// https://developer.nulab.com/docs/backlog/api/2/get-activity/
    /// </summary>
    public static Task<Activity> GetAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.GetAsync<Activity>(ApiPath.Of("activities", id.ToString(CultureInfo.InvariantCulture)), null, cancel);
}
