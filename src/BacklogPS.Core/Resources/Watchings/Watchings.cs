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
    /// <summary>What a user watches. https://developer.nulab.com/docs/backlog/api/2/get-watching-list/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="user">The user's number.</param>
    /// <param name="read">Only those whose issue the user has seen, or has not; null for both.</param>
    /// <param name="issues">Only these issues, by number; null or empty for all.</param>
    /// <param name="sort">By what; null for Backlog's own, the issue's last change.</param>
    /// <param name="order">Which way; null for Backlog's own.</param>
    /// <param name="range">Which part.</param>
    /// <param name="emit">Takes a page.</param>
    /// <param name="cancel">Cancels the reading.</param>
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

    /// <summary>How many there are. https://developer.nulab.com/docs/backlog/api/2/count-watching/</summary>
    public static Task<long> CountAsync(BacklogHttp http, long user, bool? read, bool? watchingRead, CancellationToken cancel) =>
        http.CountAsync(OfUser(user, "count"), new Query().Add("resourceAlreadyRead", read).Add("alreadyRead", watchingRead), cancel);

    /// <summary>One watching by number. https://developer.nulab.com/docs/backlog/api/2/get-watching/</summary>
    public static Task<Watching> GetAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.GetAsync<Watching>(ApiPath.Of("watchings", id.ToString(CultureInfo.InvariantCulture)), null, cancel);

    /// <summary>One's own watching of an issue; null if one does not watch it.</summary>
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

    /// <summary>Begins to watch an issue. https://developer.nulab.com/docs/backlog/api/2/add-watching/</summary>
    public static Task<Watching> AddAsync(BacklogHttp http, string issue, Field<string?> note, CancellationToken cancel) =>
        http.AddAsync<Watching>(ApiPath.Of("watchings"), new Fields().Set("issueIdOrKey", issue).Add("note", note), cancel);

    /// <summary>Changes the note. https://developer.nulab.com/docs/backlog/api/2/update-watching/</summary>
    public static Task<Watching> UpdateAsync(BacklogHttp http, long id, string? note, CancellationToken cancel) =>
        http.ChangeAsync<Watching>(ApiPath.Of("watchings", id), new Fields().Add("note", new Field<string?>(note)), cancel);

    /// <summary>Ends the watching. https://developer.nulab.com/docs/backlog/api/2/delete-watching/</summary>
    public static Task<Watching?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.RemoveAsync<Watching>(ApiPath.Of("watchings", id), cancel);

    /// <summary>Says that one has seen what became of the issue. https://developer.nulab.com/docs/backlog/api/2/mark-watching-as-read/</summary>
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
