using System;
using System.Diagnostics;
using BacklogPS.Calling;

namespace BacklogPS.Http;

/// <summary>Shows how far a work has come, not more often than an eye can follow, and nothing of what is over at once.</summary>
internal sealed class ProgressMeter
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch sinceShown = Stopwatch.StartNew();
    private readonly ICaller caller;
    private readonly string activity;
    private bool isShown;

    public ProgressMeter(ICaller caller, string activity)
    {
        this.caller = caller;
        this.activity = activity;
    }

    /// <param name="status">How far it has come, in words; made only when shown.</param>
    /// <param name="done">How much is done.</param>
    /// <param name="total">How much there is; null if that is not known.</param>
    public void Report(Func<string> status, long done, long? total)
    {
        if (!caller.ShowsProgress || sinceShown.Elapsed < Interval)
        {
            return;
        }

        isShown = true;
        sinceShown.Restart();
        caller.Progress(new Progress(activity, status())
        {
            Percent = total is > 0 ? (int)Math.Min(100, 100 * done / total.Value) : null,
        });
    }

    /// <summary>Takes the display away.</summary>
    public void Done()
    {
        if (isShown)
        {
            isShown = false;
            caller.Progress(new Progress(activity, activity) { IsDone = true });
        }
    }
}
