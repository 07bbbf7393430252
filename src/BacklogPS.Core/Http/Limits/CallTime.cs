using System;
using System.Diagnostics;

namespace BacklogPS.Http;

/// <summary>
/// How much of its time a call has left. Only what it is on the network counts, not what it waits for its turn, a vault's
/// password or the rate limit.
/// </summary>
internal sealed class CallTime
{
    private readonly Stopwatch watch = new();
    private TimeSpan limit;

    public CallTime(TimeSpan limit)
    {
        this.limit = limit;
    }

    public bool IsOver => Left <= TimeSpan.Zero;

    private TimeSpan Left => limit - watch.Elapsed;

    /// <summary>Gives it more, for something that is known to take its time.</summary>
    public void Extend(TimeSpan by) => limit += by;

    public void Start() => watch.Start();

    public void Stop() => watch.Stop();

    /// <summary>A limit of one step, or what the call has left where that is less.</summary>
    public TimeSpan AtMost(TimeSpan step) => IsOver ? TimeSpan.Zero : Left < step ? Left : step;
}
