using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for watchings.</summary>
internal static class Watchings
{
    /// <summary>
    /// Lists the issues that a user watches. https://developer.nulab.com/docs/backlog/api/2/get-watching-list/
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="read">Whether the user has seen the issue's latest changes; null for both.</param>
    /// <param name="issues">The ids of the issues to list; null or empty for all.</param>
    /// <param name="sort">The sort key; null for Backlog's default, the issue's last change.</param>
    /// <param name="order">The order; null for Backlog's default.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task ListAsync(
        BacklogHttp http,
        long user,
        bool? read,
        IReadOnlyList<long>? issues,
        WatchingSort? sort,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<Watching>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByOffsetAsync(
            http,
            OfUser(user),
            () => new Query().Add("resourceAlreadyRead", read).AddAll("issueId[]", issues).Add("sort", Name(sort)).Add("order", order),
            range,
            w => w.Id,
            emit,
            cancel,
            created: w => w.Created);

    /// <summary>The number of watchings. https://developer.nulab.com/docs/backlog/api/2/count-watching/</summary>
    public static Task<long> CountAsync(BacklogHttp http, long user, bool? read, bool? watchingRead, CancellationToken cancel) =>
        http.CountAsync(OfUser(user, "count"), new Query().Add("resourceAlreadyRead", read).Add("alreadyRead", watchingRead), cancel);

    /// <summary>One watching by id. https://developer.nulab.com/docs/backlog/api/2/get-watching/</summary>
    public static Task<Watching> GetAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.GetAsync<Watching>(ApiPath.Of("watchings", id.ToString(CultureInfo.InvariantCulture)), null, cancel);

    /// <summary>Your own watching of an issue; null if you do not watch it.</summary>
    public static async Task<Watching?> FindAsync(BacklogHttp http, long user, long issue, CancellationToken cancel)
    {
        Watching? found = null;
        await ListAsync(http, user, null, new[] { issue }, null, null, new PageRange(0, 1), page =>
        {
            found = page.FirstOrDefault();
            return Task.CompletedTask;
        }, cancel).ConfigureAwait(false);
        return found;
    }

    /// <summary>Starts to watch an issue. https://developer.nulab.com/docs/backlog/api/2/add-watching/</summary>
    public static Task<Watching> AddAsync(BacklogHttp http, string issue, Field<string?> note, CancellationToken cancel) =>
        http.AddAsync<Watching>(ApiPath.Of("watchings"), new Fields().Set("issueIdOrKey", issue).Add("note", note), cancel);

    /// <summary>Changes the note. https://developer.nulab.com/docs/backlog/api/2/update-watching/</summary>
    public static Task<Watching> UpdateAsync(BacklogHttp http, long id, string? note, CancellationToken cancel) =>
        http.ChangeAsync<Watching>(ApiPath.Of("watchings", id), new Fields().Add("note", new Field<string?>(note)), cancel);

    /// <summary>Stops watching. https://developer.nulab.com/docs/backlog/api/2/delete-watching/</summary>
    public static Task<Watching?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.RemoveAsync<Watching>(ApiPath.Of("watchings", id), cancel);

    /// <summary>
    /// Marks the issue's latest changes as seen. https://developer.nulab.com/docs/backlog/api/2/mark-watching-as-read/
    /// </summary>
    public static Task MarkAsReadAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.PostAgainAsync<object>(ApiPath.Of("watchings", id, "markAsRead"), new Fields(), cancel);

    private static ApiPath OfUser(long user, string? below = null)
    {
        var id = user.ToString(CultureInfo.InvariantCulture);
        return below is null ? ApiPath.Of("users", id, "watchings") : ApiPath.Of("users", id, "watchings", below);
    }

    private static string? Name(WatchingSort? sort) => sort switch
    {
        null => null,
        WatchingSort.Created => "created",
        WatchingSort.Updated => "updated",
        _ => "issueUpdated",
    };
}
