using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Comments since a given time. Backlog can limit the list only by id, so it is read from the newest comment back to
/// the first page that contains an older one.
/// </summary>
internal static class CommentsSince
{
    /// <summary>Lists the comments in the requested order.</summary>
    /// <param name="since">The time; null for the whole list, which is then read in the requested order.</param>
    /// <param name="order">The order.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page.</param>
    /// <param name="read">Reads the given range in the given order until a page is enough, and passes each page on.</param>
    public static async Task ListAsync(
        DateTimeOffset? since,
        SortOrder order,
        PageRange range,
        Func<IReadOnlyList<Comment>, Task> emit,
        Func<SortOrder, PageRange, Func<IReadOnlyList<Comment>, Task>, Func<IReadOnlyList<Comment>, bool>?, Task> read)
    {
        if (since is null)
        {
            await read(order, range, emit, null).ConfigureAwait(false);
            return;
        }

        var window = new PageWindow(range);
        if (order == SortOrder.Descending)
        {
            await read(order, new PageRange(0, window.Left), page => emit(window.Of(page.Where(IsNew).ToList())), IsEnough).ConfigureAwait(false);
            return;
        }

        var found = new List<Comment>();
        await read(SortOrder.Descending, PageRange.All, KeepAsync, IsEnough).ConfigureAwait(false);
        found.Reverse();
        await emit(window.Of(found)).ConfigureAwait(false);

        bool IsNew(Comment comment) => comment.Created >= since;

        bool IsEnough(IReadOnlyList<Comment> page) => !page.All(IsNew);

        Task KeepAsync(IReadOnlyList<Comment> page)
        {
            found.AddRange(page.Where(IsNew));
            return Task.CompletedTask;
        }
    }
}
