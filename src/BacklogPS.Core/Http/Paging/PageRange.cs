using System;

namespace BacklogPS.Http;

/// <summary>The requested part of a list.</summary>
/// <param name="Skip">How many items to skip at the start.</param>
/// <param name="First">How many items to return at most.</param>
internal readonly record struct PageRange(long Skip, long First)
{
    /// <summary>The largest page that the API returns.</summary>
    public const int FullPage = 100;

    /// <summary>The whole list.</summary>
    public static readonly PageRange All = new(0, long.MaxValue);

    /// <summary>The page size to request when this many items are still wanted.</summary>
    public static int PageSize(long wanted, int largest) => (int)Math.Min(wanted, largest);
}
