using System;
using System.Diagnostics;

namespace BacklogPS.OAuth;

/// <summary>
/// The current time and the elapsed time. The two are separate because the clock can be set while a process runs.
/// </summary>
internal class TimeSource
{
    public static readonly TimeSource System = new();

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <summary>Elapsed time, unaffected by changes to the clock.</summary>
    public virtual TimeSpan Elapsed => watch.Elapsed;
}
