using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Json;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for the stars that a user has received.</summary>
internal static class Stars
{
    /// <summary>A user's stars. https://developer.nulab.com/docs/backlog/api/2/get-received-star-list/</summary>
    public static Task ListAsync(
        BacklogHttp http,
        long user,
        IdBounds bounds,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<Star>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByIdAsync(
            http,
            ApiPath.Of("users", Id(user), "stars"),
            from => bounds.Query(from, order),
            order == SortOrder.Ascending,
            range,
            s => s.Id,
            emit,
            cancel);

    /// <summary>
    /// The number of stars that a user received between two days, both included.
    /// https://developer.nulab.com/docs/backlog/api/2/count-user-received-stars/
    /// </summary>
    public static Task<long> CountAsync(BacklogHttp http, long user, DateTime? since, DateTime? until, CancellationToken cancel) =>
        http.CountAsync(
            ApiPath.Of("users", Id(user), "stars", "count"),
            new Query().Add("since", CalendarDay.Write(since)).Add("until", CalendarDay.Write(until)),
            cancel);

    /// <summary>
    /// Adds a star to an object. The response is empty and does not even include the star's id.
    /// https://developer.nulab.com/docs/backlog/api/2/add-star/
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="field">The kind of object: issueId, commentId, wikiId, pullRequestId, pullRequestCommentId.</param>
    /// <param name="id">The object's id.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static Task AddAsync(BacklogHttp http, string field, long id, CancellationToken cancel) =>
        http.PostAsync(ApiPath.Of("stars"), new Fields().Add(field, id), cancel);

    /// <summary>Removes a star. https://developer.nulab.com/docs/backlog/api/2/remove-star/</summary>
    public static Task<Star?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.RemoveAsync<Star>(ApiPath.Of("stars", id), cancel);

    private static string Id(long user) => user.ToString(CultureInfo.InvariantCulture);
}
