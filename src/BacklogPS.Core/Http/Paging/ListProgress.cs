using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Http;

/// <summary>
/// Shows the progress of reading a long list. The list's length is requested once, after the second page has arrived,
/// so that lists of one page, and sessions that show no progress, do not cost an extra request.
/// </summary>
internal sealed class ListProgress : IDisposable
{
    private readonly ICaller caller;
    private readonly ProgressMeter meter;
    private readonly PageRange range;
    private readonly Func<Task<long>>? count;
    private long got;
    private int pages;
    private long? total;

    /// <param name="caller">The caller that shows the progress.</param>
    /// <param name="activity">What is being read.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="count">Requests the length of the list; null if there is no way to find out.</param>
    public ListProgress(ICaller caller, string activity, PageRange range, Func<Task<long>>? count)
    {
        this.caller = caller;
        this.range = range;
        this.count = count;
        meter = new ProgressMeter(caller, activity);
    }

    /// <summary>Wraps a page handler so that each page first updates the progress.</summary>
    public Func<IReadOnlyList<T>, Task> Before<T>(Func<IReadOnlyList<T>, Task> emit) => async page =>
    {
        pages++;
        got += page.Count;
        if (pages == 2 && count is not null && caller.ShowsProgress)
        {
            total = await TotalAsync().ConfigureAwait(false);
        }

        if (pages > 1)
        {
            meter.Report(
                () => total is null ? Message.Of(Messages.ProgressItems, got) : Message.Of(Messages.ProgressItemsOf, got, total),
                got,
                total);
        }

        await emit(page).ConfigureAwait(false);
    };

    public void Dispose() => meter.Done();

    private async Task<long?> TotalAsync()
    {
        try
        {
            return Math.Min(range.First, Math.Max(0, await count!().ConfigureAwait(false) - range.Skip));
        }
        catch (BacklogException)
        {
            // Progress is optional. If something is wrong, reading the list itself will report it.
            return null;
        }
    }
}
