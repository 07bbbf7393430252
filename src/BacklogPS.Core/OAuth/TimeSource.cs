using System;
using System.Diagnostics;

namespace BacklogPS.OAuth;

/// <summary>What time it is, and how much has passed: two questions, since a clock may be set while a process runs.</summary>
internal class TimeSource
{
    public static readonly TimeSource System = new();

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <summary>Time passed since some moment, untouched by a clock that is set.</summary>
    public virtual TimeSpan Elapsed => watch.Elapsed;
}
