using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Http;

/// <summary>Waits that show the time left and end at once when cancelled.</summary>
internal static class Waiting
{
    /// <summary>
    /// Shows, once a wait takes long, that it is still going on. Updates every second until the returned object is
    /// disposed.
    /// </summary>
    public static IDisposable? Show(TimeSpan after, string activity, Func<int, string> status, ICaller caller) =>
        caller.ShowsProgress ? new Display(after, activity, status, caller) : null;

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
                IsPause = true,
            });

            // Whole milliseconds, because a shorter delay is none, and the loop would show the last one over and over.
            var step = Math.Min(1000, (int)Math.Ceiling(left.TotalMilliseconds));
            await Task.Delay(step, cancel).ConfigureAwait(false);
        }

        caller.Progress(new Progress(activity, activity) { IsPause = true, IsDone = true });
    }

    private sealed class Display : IDisposable
    {
        private readonly object gate = new();
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly string activity;
        private readonly Func<int, string> status;
        private readonly ICaller caller;
        private readonly Timer timer;
        private bool isShown;
        private bool isOver;

        public Display(TimeSpan after, string activity, Func<int, string> status, ICaller caller)
        {
            this.activity = activity;
            this.status = status;
            this.caller = caller;
            timer = new Timer(_ => Tick(), null, after, TimeSpan.FromSeconds(1));
        }

        public void Dispose()
        {
            timer.Dispose();

            // A timer tick may still be running, and its output would stay on screen.
            lock (gate)
            {
                if (isShown && !isOver)
                {
                    caller.Progress(new Progress(activity, activity) { IsPause = true, IsDone = true });
                }

                isOver = true;
            }
        }

        private void Tick()
        {
            lock (gate)
            {
                if (!isOver)
                {
                    isShown = true;
                    caller.Progress(new Progress(activity, status((int)watch.Elapsed.TotalSeconds)) { IsPause = true });
                }
            }
        }
    }
}
