using System;
using System.Diagnostics;
using BacklogPS.Calling;

namespace BacklogPS.Http;

/// <summary>
/// Shows the progress of some work, not more often than the eye can follow, and not at all if the work ends at once.
/// </summary>
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

    /// <param name="status">Describes the progress. Called only when it is shown.</param>
    /// <param name="done">The amount done.</param>
    /// <param name="total">The total amount; null if it is not known.</param>
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

    /// <summary>Removes the progress display.</summary>
    public void Done()
    {
        if (isShown)
        {
            isShown = false;
            caller.Progress(new Progress(activity, activity) { IsDone = true });
        }
    }
}
