using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// Shows the progress of a sheet and the time left, estimated from the pace so far and the space's rate limit.
/// </summary>
internal sealed class ImportProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly PipelineOutput output;
    private readonly string activity;
    private readonly int count;
    private readonly ApiRateLimit? limit;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan shown = -Interval;

    private ImportProgress(PipelineOutput output, string activity, int count, ApiRateLimit? limit)
    {
        this.output = output;
        this.activity = activity;
        this.count = count;
        this.limit = limit;
    }

    /// <summary>Requests the rate limit if it may matter and progress is shown.</summary>
    public static async Task<ImportProgress> OfAsync(BacklogHttp http, PipelineOutput output, string activity, int count, CancellationToken cancel)
    {
        ApiRateLimit? limit = null;
        if (output.ShowsProgress && count >= 100)
        {
            try
            {
                limit = (await SpaceCalls.GetRateLimitAsync(http, cancel).ConfigureAwait(false)).FirstOrDefault(l => l.Kind == "Update");
            }
            catch (BacklogException)
            {
                // Older servers do not have this endpoint. The estimate then uses only the pace.
            }
        }

        return new ImportProgress(output, activity, count, limit);
    }

    public void Show(int done)
    {
        if (!output.ShowsProgress || done == 0 || watch.Elapsed - shown < Interval)
        {
            return;
        }

        shown = watch.Elapsed;
        output.Progress(new Progress(activity, Message.Of(CmdletMessages.ImportProgress, done, count))
        {
            IsOfAll = true,
            Percent = (int)(100L * done / count),
            SecondsLeft = SecondsLeft(watch.Elapsed.TotalSeconds, done, count, limit?.Limit, limit?.Remaining),
        });
    }

    public void Done()
    {
        if (shown > TimeSpan.Zero)
        {
            output.Progress(new Progress(activity, activity) { IsOfAll = true, IsDone = true });
        }
    }

    /// <summary>Estimates the seconds left.</summary>
    /// <param name="elapsed">The seconds so far.</param>
    /// <param name="done">The number of finished rows.</param>
    /// <param name="count">The total number of rows.</param>
    /// <param name="perMinute">How many writes per minute the space allows; null if that is not known.</param>
    /// <param name="free">How many of them were left at the start.</param>
    internal static int SecondsLeft(double elapsed, int done, int count, long? perMinute, long? free)
    {
        var byPace = elapsed / done * (count - done);

        // The writes left in the first minute are not slowed down; the others have to wait for the limit.
        var byLimit = perMinute is > 0 ? ((count - (free ?? perMinute.Value)) * 60.0 / perMinute.Value) - elapsed : 0;
        return (int)Math.Ceiling(Math.Max(byPace, byLimit));
    }
}
