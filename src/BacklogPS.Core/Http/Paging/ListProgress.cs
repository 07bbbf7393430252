using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Http;

/// <summary>
/// Shows how far the reading of a long list has come. The list's length is asked for once, when its second page has
/// come: a list of one page needs no such display, and nobody pays a request for it where none is seen.
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

    /// <param name="caller">Who watches.</param>
    /// <param name="activity">What is being read.</param>
    /// <param name="range">Which part of the list.</param>
    /// <param name="count">Asks how long the list is; null if nothing tells.</param>
    public ListProgress(ICaller caller, string activity, PageRange range, Func<Task<long>>? count)
    {
        this.caller = caller;
        this.range = range;
        this.count = count;
        meter = new ProgressMeter(caller, activity);
    }

    /// <summary>Puts the display before what takes the pages.</summary>
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
            // The list itself is what matters; if something is wrong, it will say so.
            return null;
        }
    }
}
