using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Http;

/// <summary>
/// Cuts the requested part out of a list that is combined from several lists, or that the API returns in full.
/// </summary>
internal sealed class PageWindow
{
    private long skip;
    private long first;

    public PageWindow(PageRange range)
    {
        skip = range.Skip;
        first = range.First;
    }

    /// <summary>How many items are still to be read, including those to be skipped.</summary>
    public long Left => first > long.MaxValue - skip ? long.MaxValue : first == 0 ? 0 : skip + first;

    /// <summary>The part that is still wanted.</summary>
    public PageRange Rest => new(skip, first);

    /// <summary>Returns the wanted ones of the next items.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> items)
    {
        var wanted = items.Skip((int)Math.Min(skip, items.Count)).Take((int)Math.Min(first, items.Count)).ToList();
        skip -= Math.Min(skip, items.Count);
        first -= wanted.Count;
        return wanted;
    }
}
