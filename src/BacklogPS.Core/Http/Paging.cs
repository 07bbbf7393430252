using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// Reads a list to its end, page by page, and asks for the next page while the last one is being worked on. Backlog
/// gives no total and no link to the next page: a page that is not full is the last one.
/// </summary>
/// <remarks>What is given twice because the list moved while it was being read is handed out once.</remarks>
internal static class Paging
{
    /// <summary>Pages by <c>offset</c> and <c>count</c>.</summary>
    /// <param name="http">The door to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">Makes the list's own parameters, anew for each page.</param>
    /// <param name="range">Which part is wanted.</param>
    /// <param name="id">What tells two items apart.</param>
    /// <param name="emit">Takes a page's items; the next page is asked for meanwhile.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint takes.</param>
    public static Task ByOffsetAsync<T, TId>(
        BacklogHttp http,
        ApiPath path,
        Func<Query> query,
        PageRange range,
        Func<T, TId> id,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel,
        int largestPage = PageRange.FullPage)
    {
        var offset = range.Skip;
        var left = range.First;
        return WalkAsync(
            http,
            path,
            last =>
            {
                offset += last?.Count ?? 0;
                return query().Add("offset", offset);
            },
            left,
            largestPage,
            id,
            emit,
            cancel);
    }

    /// <summary>
    /// Pages by <c>minId</c> or <c>maxId</c> (both inclusive) and <c>count</c>: an ascending list goes on above the
    /// largest id seen, a descending one below the smallest.
    /// </summary>
    /// <param name="http">The door to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">
    /// Makes the list's own parameters, anew for each page, given the <c>minId</c> or <c>maxId</c> that the page starts
    /// from: null for the first page, where the user's own bounds stand.
    /// </param>
    /// <param name="ascending">Whether the list goes up.</param>
    /// <param name="range">Which part is wanted; what is skipped is read all the same.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="emit">Takes a page's items; the next page is asked for meanwhile.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint takes.</param>
    public static Task ByIdAsync<T>(
        BacklogHttp http,
        ApiPath path,
        Func<long?, Query> query,
        bool ascending,
        PageRange range,
        Func<T, long> id,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel,
        int largestPage = PageRange.FullPage)
    {
        var skip = range.Skip;
        return WalkAsync(
            http,
            path,
            last =>
            {
                long? bound = null;
                foreach (var item in last ?? Array.Empty<T>())
                {
                    var number = id(item);
                    bound = bound is null ? number : ascending ? Math.Max(bound.Value, number) : Math.Min(bound.Value, number);
                }

                return query(bound + (ascending ? 1 : -1));
            },
            range.First > long.MaxValue - skip ? long.MaxValue : range.First + skip,
            largestPage,
            id,
            items =>
            {
                var from = (int)Math.Min(skip, items.Count);
                skip -= from;
                return from == items.Count ? Task.CompletedTask : emit(from == 0 ? items : Tail(items, from));
            },
            cancel);
    }

    private static async Task WalkAsync<T, TId>(
        BacklogHttp http,
        ApiPath path,
        Func<IReadOnlyList<T>?, Query> next,
        long wanted,
        int largestPage,
        Func<T, TId> id,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel)
    {
        if (wanted <= 0)
        {
            return;
        }

        var seen = new HashSet<TId>();
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<Page<T>?>? ahead = null;
        try
        {
            var count = PageRange.PageSize(wanted, largestPage);
            var request = ApiRequest.Get(path, next(null).Add("count", count));
            while (true)
            {
                var page = (ahead is null ? null : await ahead.ConfigureAwait(false))
                    ?? await http.GetPageAsync<T>(request, abandon.Token).ConfigureAwait(false);
                ahead = null;
                var fresh = Fresh(page.Items, seen, id, wanted);
                wanted -= fresh.Count;

                // A full page of nothing new: the server ignores where we asked it to go on.
                var more = page.Items.Count >= count && wanted > 0 && fresh.Count > 0;
                if (more)
                {
                    count = PageRange.PageSize(wanted, largestPage);
                    request = ApiRequest.Get(path, next(page.Items).Add("count", count));
                    ahead = http.TryGetPageAheadAsync<T>(request, page.Pace, abandon.Token);
                }

                if (fresh.Count > 0)
                {
                    await emit(fresh).ConfigureAwait(false);
                }

                if (!more)
                {
                    return;
                }
            }
        }
        finally
        {
            // Whoever stopped reading: nothing goes on behind their back.
            abandon.Cancel();
            if (ahead is not null)
            {
                await Task.WhenAny(ahead).ConfigureAwait(false);
                _ = ahead.Exception;
            }
        }
    }

    private static List<T> Fresh<T, TId>(IReadOnlyList<T> items, HashSet<TId> seen, Func<T, TId> id, long wanted)
    {
        var fresh = new List<T>(items.Count);
        foreach (var item in items)
        {
            if (fresh.Count < wanted && seen.Add(id(item)))
            {
                fresh.Add(item);
            }
        }

        return fresh;
    }

    private static IReadOnlyList<T> Tail<T>(IReadOnlyList<T> items, int from)
    {
        var tail = new List<T>(items.Count - from);
        for (var i = from; i < items.Count; i++)
        {
            tail.Add(items[i]);
        }

        return tail;
    }
}
