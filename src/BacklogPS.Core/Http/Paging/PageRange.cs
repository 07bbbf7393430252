using System;

namespace BacklogPS.Http;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Skip">How many items to leave out at the start.</param>
/// <param name="First">How many items to give at most.</param>
internal readonly record struct PageRange(long Skip, long First)
{
    /// <summary>The largest page that the API gives.</summary>
    public const int FullPage = 100;

    /// <summary>The whole list.</summary>
    public static readonly PageRange All = new(0, long.MaxValue);

    /// <summary>How many items to ask for in a page when so many are still wanted.</summary>
    public static int PageSize(long wanted, int largest) => (int)Math.Min(wanted, largest);
}
