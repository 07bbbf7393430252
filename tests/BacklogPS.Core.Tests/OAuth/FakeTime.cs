using System;
using BacklogPS.OAuth;

namespace BacklogPS.Core.Tests.OAuth;

/// <summary>Time that passes only when told to, and a clock that can be set.</summary>
internal sealed class FakeTime : TimeSource
{
    private TimeSpan elapsed = TimeSpan.FromHours(5);
    private TimeSpan clockOff;

    public override DateTimeOffset UtcNow => new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero) + elapsed + clockOff;

    public override TimeSpan Elapsed => elapsed;

    public void Pass(TimeSpan time) => elapsed += time;

    public void SetClock(TimeSpan by) => clockOff += by;
}
