using System;
using System.Diagnostics;

namespace BacklogPS.Http;

/// <summary>
/// How much time a call has left. Only time on the network counts, not the time spent waiting for the call's turn, for
/// a vault's password or for the rate limit.
/// </summary>
internal sealed class CallTime
{
    // A timer may fire a moment early, and another try could do nothing in what is left then.
    private static readonly TimeSpan TooLittle = TimeSpan.FromMilliseconds(50);

    private readonly Stopwatch watch = new();
    private TimeSpan limit;

    public CallTime(TimeSpan limit)
    {
        this.limit = limit;
    }

    public bool IsOver => Left <= TooLittle;

    private TimeSpan Left => limit - watch.Elapsed;

    /// <summary>Extends the limit for work that is known to take long.</summary>
    public void Extend(TimeSpan by) => limit += by;

    public void Start() => watch.Start();

    public void Stop() => watch.Stop();

    /// <summary>Returns the limit for one step, or the time left if that is less.</summary>
    public TimeSpan AtMost(TimeSpan step) => IsOver ? TimeSpan.Zero : Left < step ? Left : step;
}
