using System;
using System.Diagnostics;
using System.Threading;

namespace BacklogPS.Http;

/// <summary>How long one user's next write has to wait, so that many in a row keep to the rate limit of writes.</summary>
internal sealed class UpdatePace
{
    // In the Stopwatch's ticks: the clock of the day may be set meanwhile.
    private long until = Stopwatch.GetTimestamp();

    /// <summary>How much of the pause is left.</summary>
    public TimeSpan Left
    {
        get
        {
            var ticks = Interlocked.Read(ref until) - Stopwatch.GetTimestamp();
            return ticks > 0 ? TimeSpan.FromSeconds(ticks / (double)Stopwatch.Frequency) : TimeSpan.Zero;
        }
    }

    /// <summary>Begins a pause: what the last write's answer left of the limit asks for it.</summary>
    public void Set(TimeSpan pace) => Interlocked.Exchange(ref until, Stopwatch.GetTimestamp() + (long)(pace.TotalSeconds * Stopwatch.Frequency));
}
