using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Comments since a moment. Backlog knows bounds of ids only, so the list is read from its newest end, up to the page that is
/// older.
/// </summary>
internal static class CommentsSince
{
    /// <summary>Reads a list in the order that is wanted.</summary>
    /// <param name="since">The moment; null for the whole list, which is then read as it comes.</param>
    /// <param name="order">Which way.</param>
    /// <param name="range">Which part.</param>
    /// <param name="emit">Takes a page.</param>
    /// <param name="read">Reads that part of the list that way, until a page is enough, and hands each page over.</param>
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
