using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>
/// Reads a list to its end, page by page, and requests the next page while the current one is being processed. Backlog
/// returns neither a total nor a link to the next page, so a page that is not full is the last one.
/// </summary>
/// <remarks>Items that arrive twice because the list moved while it was being read are emitted once.</remarks>
internal static class Paging
{
    /// <summary>
    /// Pages by <c>offset</c> and <c>count</c>. If this process writes to the space meanwhile, as a pipeline does that
    /// closes the issues that it reads from a list of open ones, items move up past the current offset. The list is
    /// then read again from the start to find the skipped items. Items that were added meanwhile are not emitted,
    /// because a pipeline that adds an issue for each one that it reads would never end.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">Creates the list's own parameters for each page.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="id">Returns what identifies an item; null if nothing does.</param>
    /// <param name="emit">Receives a page's items. The next page is requested meanwhile.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint accepts.</param>
    /// <param name="created">Returns when an item was added. Without it, the list is read only once.</param>
    /// <param name="keep">
    /// Selects the wanted items if the endpoint cannot filter. Items that are filtered out do not count towards the
    /// range, so skipped items are read as well. Null for all items.
    /// </param>
    /// <param name="isEnough">Whether a page is the last one to request; null if only its size tells.</param>
    public static async Task ByOffsetAsync<T, TId>(
        BacklogHttp http,
        ApiPath path,
        Func<Query> query,
        PageRange range,
        Func<T, TId?> id,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel,
        int largestPage = PageRange.FullPage,
        Func<T, DateTimeOffset?>? created = null,
        Func<T, bool>? keep = null,
        Func<IReadOnlyList<T>, bool>? isEnough = null)
    {
        if (keep is not null)
        {
            (range, emit) = WithoutSkip(range, emit);
        }

        var seen = new Seen<T, TId>(id, range.First, created, keep);
        bool mayHaveMoved;
        do
        {
            seen.AddedBefore = seen.Begun;
            var offset = range.Skip;
            var writes = http.Writes;
            var before = seen.Count;
            var pages = await WalkAsync(
                http,
                path,
                last =>
                {
                    offset += last?.Count ?? 0;
                    return query().Add("offset", offset);
                },
                seen,
                largestPage,
                emit,
                cancel,
                isEnough).ConfigureAwait(false);

            // If a part was skipped by offset, offsets mean nothing in a list that changes meanwhile.
            mayHaveMoved = created is not null && pages > 1 && http.Writes != writes && range.Skip == 0 && seen.IsSure && seen.Count > before;
        }
        while (mayHaveMoved && seen.Wanted > 0);
    }

    /// <summary>
    /// Pages by <c>minId</c> or <c>maxId</c> (both inclusive) and <c>count</c>: an ascending list continues above the
    /// largest id seen, a descending one below the smallest.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">
    /// Creates the list's own parameters for each page, given the <c>minId</c> or <c>maxId</c> that the page starts
    /// from. It is null for the first page, where the user's own bounds apply.
    /// </param>
    /// <param name="ascending">Whether the list is ascending.</param>
    /// <param name="range">The requested part of the list. Skipped items are read as well.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="emit">Receives a page's items. The next page is requested meanwhile.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint accepts.</param>
    /// <param name="isEnough">Whether a page shows that nothing wanted follows; null if only its size tells.</param>
    public static Task ByIdAsync<T>(
        BacklogHttp http,
        ApiPath path,
        Func<long?, Query> query,
        bool ascending,
        PageRange range,
        Func<T, long> id,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel,
        int largestPage = PageRange.FullPage,
        Func<IReadOnlyList<T>, bool>? isEnough = null)
    {
        (range, emit) = WithoutSkip(range, emit);
        var seen = new Seen<T, long>(id, range.First);
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
            seen,
            largestPage,
            emit,
            cancel,
            isEnough);
    }

    /// <summary>
    /// Converts the range for servers that cannot skip: all items are read, and the skipped ones are not emitted.
    /// </summary>
    private static (PageRange Range, Func<IReadOnlyList<T>, Task> Emit) WithoutSkip<T>(PageRange range, Func<IReadOnlyList<T>, Task> emit)
    {
        var skip = range.Skip;
        return (new PageRange(0, range.First > long.MaxValue - skip ? long.MaxValue : range.First + skip), items =>
        {
            var from = (int)Math.Min(skip, items.Count);
            skip -= from;
            return from == items.Count ? Task.CompletedTask : emit(from == 0 ? items : Tail(items, from));
        });
    }

    /// <summary>Reads the list once from start to end. Returns the number of pages.</summary>
    private static async Task<int> WalkAsync<T, TId>(
        BacklogHttp http,
        ApiPath path,
        Func<IReadOnlyList<T>?, Query> next,
        Seen<T, TId> seen,
        int largestPage,
        Func<IReadOnlyList<T>, Task> emit,
        CancellationToken cancel,
        Func<IReadOnlyList<T>, bool>? isEnough = null)
    {
        if (seen.Wanted <= 0)
        {
            return 0;
        }

        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<Page<T>?>? ahead = null;
        try
        {
            var count = seen.PageSize(largestPage);
            var request = ApiRequest.Get(path, next(null).Add("count", count));
            IReadOnlyList<T>? last = null;
            for (var pages = 1; ; pages++)
            {
                var page = (ahead is null ? null : await ahead.ConfigureAwait(false))
                    ?? await http.GetPageAsync<T>(request, abandon.Token).ConfigureAwait(false);
                ahead = null;
                seen.Begun ??= page.Date;
                var fresh = seen.Fresh(page.Items);

                // If a full page begins like the previous one, the server ignores the requested position.
                var more = isEnough?.Invoke(page.Items) != true && page.Items.Count >= count && seen.Wanted > 0 && !seen.BeginAlike(page.Items, last);
                if (more)
                {
                    last = page.Items;
                    count = seen.PageSize(largestPage);
                    request = ApiRequest.Get(path, next(last).Add("count", count));
                    ahead = http.TryGetPageAheadAsync<T>(request, page.Pace, abandon.Token);
                }

                if (fresh.Count > 0)
                {
                    await emit(fresh).ConfigureAwait(false);
                }

                if (!more)
                {
                    return pages;
                }
            }
        }
        finally
        {
            // When reading has stopped, nothing may continue in the background.
            abandon.Cancel();
            if (ahead is not null)
            {
                await Task.WhenAny(ahead).ConfigureAwait(false);
                _ = ahead.Exception;
            }
        }
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

    /// <summary>Which items of a list have been emitted, and how many more are wanted.</summary>
    private sealed class Seen<T, TId>
    {
        private readonly HashSet<TId> ids = new();
        private readonly Func<T, TId?> id;
        private readonly Func<T, DateTimeOffset?>? created;
        private readonly Func<T, bool>? keep;

        public Seen(Func<T, TId?> id, long wanted, Func<T, DateTimeOffset?>? created = null, Func<T, bool>? keep = null)
        {
            this.id = id;
            this.created = created;
            this.keep = keep;
            Wanted = wanted;
        }

        public long Wanted { get; private set; }

        public long Count { get; private set; }

        /// <summary>When the server sent the first page of the list.</summary>
        public DateTimeOffset? Begun { get; set; }

        /// <summary>Only items added before this time are emitted; null for all items.</summary>
        public DateTimeOffset? AddedBefore { get; set; }

        /// <summary>Whether every item had an id of its own.</summary>
        public bool IsSure => ids.Count == Count;

        /// <summary>
        /// The page size to request. With a filter, there is no telling how many items contain the wanted ones, so full
        /// pages are requested.
        /// </summary>
        public int PageSize(int largest) => keep is null ? PageRange.PageSize(Wanted, largest) : largest;

        /// <summary>Returns the items of a page that are new and wanted.</summary>
        public List<T> Fresh(IReadOnlyList<T> items)
        {
            var fresh = new List<T>(items.Count);
            foreach (var item in items)
            {
                if (Wanted > 0 && keep?.Invoke(item) != false && (AddedBefore is not { } time || created?.Invoke(item) < time) && (id(item) is not { } known || ids.Add(known)))
                {
                    fresh.Add(item);
                    Wanted--;
                    Count++;
                }
            }

            return fresh;
        }

        public bool BeginAlike(IReadOnlyList<T> page, IReadOnlyList<T>? other) =>
            other is { Count: > 0 } && page.Count > 0 && Known(page[0]) == Known(other[0]);

        private string? Known(T item) => id(item)?.ToString() ?? item?.ToString();
    }
}
