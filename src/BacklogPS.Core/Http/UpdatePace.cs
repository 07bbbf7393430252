using System;
using System.Diagnostics;
using System.Threading;

namespace BacklogPS.Http;

/// <summary>How long a user's next write has to wait, so that a long series of writes stays within the rate limit.</summary>
internal sealed class UpdatePace
{
    // In Stopwatch ticks, because the system clock can be changed meanwhile.
    private long until = Stopwatch.GetTimestamp();

    /// <summary>The rest of the pause.</summary>
    public TimeSpan Left
    {
        get
        {
            var ticks = Interlocked.Read(ref until) - Stopwatch.GetTimestamp();
            return ticks > 0 ? TimeSpan.FromSeconds(ticks / (double)Stopwatch.Frequency) : TimeSpan.Zero;
        }
    }

    /// <summary>Starts a pause whose length follows from the rate limit in the last write's response.</summary>
    public void Set(TimeSpan pace) => Interlocked.Exchange(ref until, Stopwatch.GetTimestamp() + (long)(pace.TotalSeconds * Stopwatch.Frequency));
}
