using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>
/// Reads a list to its end, page by page, and asks for the next page while the last one is being worked on. Backlog
/// gives no total and no link to the next page: a page that is not full is the last one.
/// </summary>
/// <remarks>What is given twice because the list moved while it was being read is handed out once.</remarks>
internal static class Paging
{
    /// <summary>
    /// Pages by <c>offset</c> and <c>count</c>. Where this process writes to the space meanwhile, as a pipeline does that
    /// closes what a list of open issues gives it, the list moves up past the place that was come to; it is then read
    /// once more from its start for what was stepped over. What is added meanwhile is not handed out then: a pipeline that
    /// adds an issue for each one that it gets would never end.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">Makes the list's own parameters, anew for each page.</param>
    /// <param name="range">Which part is wanted.</param>
    /// <param name="id">What tells two items apart; null if nothing does.</param>
    /// <param name="emit">Takes a page's items; the next page is asked for meanwhile.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint takes.</param>
    /// <param name="created">When an item was added; without it, the list is read once.</param>
    /// <param name="keep">
    /// Which items are wanted where the endpoint cannot be asked for just them; the others count for nothing, so that what is
    /// skipped is read all the same. Null for all.
    /// </param>
    /// <param name="isEnough">Whether a page is the last to be asked for; null if only its size tells.</param>
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

            // If a part is skipped by number, the numbers mean nothing in a list that changes meanwhile.
            mayHaveMoved = created is not null && pages > 1 && http.Writes != writes && range.Skip == 0 && seen.IsSure && seen.Count > before;
        }
        while (mayHaveMoved && seen.Wanted > 0);
    }

    /// <summary>
    /// Pages by <c>minId</c> or <c>maxId</c> (both inclusive) and <c>count</c>: an ascending list goes on above the
    /// largest id seen, a descending one below the smallest.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="query">
    /// Makes the list's own parameters, again for each page, given the <c>minId</c> or <c>maxId</c> that the page starts
    /// from: null for the first page, where the user's own bounds stand.
    /// </param>
    /// <param name="ascending">Whether the list goes up.</param>
    /// <param name="range">Which part is wanted; what is skipped is read all the same.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="emit">Takes a page's items; the next page is asked for meanwhile.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <param name="largestPage">The largest <c>count</c> that the endpoint takes.</param>
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

    /// <summary>The same where the server skips nothing: all up to the end is read, and the start is not handed on.</summary>
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

    /// <summary>Reads the list once from its start to its end; gives how many pages there were.</summary>
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

                // A full page that begins as the one before: the server ignores where we asked it to go on.
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
            // Once reading has stopped, nothing continues in the background.
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

    /// <summary>What of a list was handed out already, and how much more is wanted.</summary>
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

        /// <summary>When the list's first page was given.</summary>
        public DateTimeOffset? Begun { get; set; }

        /// <summary>Only what was added before this is handed out; null for all.</summary>
        public DateTimeOffset? AddedBefore { get; set; }

        /// <summary>Whether every item could be told from the others.</summary>
        public bool IsSure => ids.Count == Count;

        /// <summary>How many items to ask for; where some are not kept, there is no telling how many hold the wanted ones.</summary>
        public int PageSize(int largest) => keep is null ? PageRange.PageSize(Wanted, largest) : largest;

        /// <summary>What of a page is new and wanted.</summary>
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
