using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>Waiting that shows the time left and ends at once when cancelled.</summary>
internal static class Waiting
{
    public static async Task ForAsync(TimeSpan time, string activity, ICaller caller, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (time - watch.Elapsed is var left && left > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(left.TotalSeconds);
            caller.Progress(new Progress(activity, Message.Of(Messages.ProgressSecondsLeft, seconds))
            {
                Percent = (int)(100 * watch.Elapsed.TotalSeconds / time.TotalSeconds),
                SecondsLeft = seconds,
            });
            var step = left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1);
            await Task.Delay(step, cancel).ConfigureAwait(false);
        }

        caller.Progress(new Progress(activity, activity) { IsDone = true });
    }
}
