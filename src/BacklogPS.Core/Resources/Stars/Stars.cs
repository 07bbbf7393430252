using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Json;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for the stars that a user was given.</summary>
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

    /// <summary>How many a user was given from one day to another, both included. https://developer.nulab.com/docs/backlog/api/2/count-user-received-stars/</summary>
    public static Task<long> CountAsync(BacklogHttp http, long user, DateTime? since, DateTime? until, CancellationToken cancel) =>
        http.CountAsync(
            ApiPath.Of("users", Id(user), "stars", "count"),
            new Query().Add("since", CalendarDay.Write(since)).Add("until", CalendarDay.Write(until)),
            cancel);

    /// <summary>Gives a star to one thing. Nothing comes back, not even its id. https://developer.nulab.com/docs/backlog/api/2/add-star/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="field">What kind of thing: issueId, commentId, wikiId, pullRequestId, pullRequestCommentId.</param>
    /// <param name="id">The thing's number.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task AddAsync(BacklogHttp http, string field, long id, CancellationToken cancel) =>
        http.PostAsync(ApiPath.Of("stars"), new Fields().Add(field, id), cancel);

    /// <summary>Takes back a star. https://developer.nulab.com/docs/backlog/api/2/remove-star/</summary>
    public static Task<Star?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.RemoveAsync<Star>(ApiPath.Of("stars", id), cancel);

    private static string Id(long user) => user.ToString(CultureInfo.InvariantCulture);
}
