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
    /// <summary>Whose activities are wanted: the space's.</summary>
    /// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-recent-updates/</remarks>
    public static readonly ApiPath OfSpace = ApiPath.Of("space", "activities");

    /// <summary>A project's. https://developer.nulab.com/docs/backlog/api/2/get-project-recent-updates/</summary>
    public static ApiPath OfProject(string project) => ApiPath.Of("projects", project, "activities");

    /// <summary>What a user did. https://developer.nulab.com/docs/backlog/api/2/get-user-recent-updates/</summary>
    public static ApiPath OfUser(long id) => ApiPath.Of("users", id.ToString(CultureInfo.InvariantCulture), "activities");

    /// <summary>The activities of one of the feeds above.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="feed">Whose.</param>
    /// <param name="types">Only of these types; null or empty for all.</param>
    /// <param name="bounds">Between which ids.</param>
    /// <param name="order">Which way; null for the newest first.</param>
    /// <param name="range">Which part.</param>
    /// <param name="emit">Takes a page.</param>
    /// <param name="cancel">Cancels the reading.</param>
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

    /// <summary>One activity by number, with whom it was notified to. https://developer.nulab.com/docs/backlog/api/2/get-activity/</summary>
    public static Task<Activity> GetAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.GetAsync<Activity>(ApiPath.Of("activities", id.ToString(CultureInfo.InvariantCulture)), null, cancel);
}
