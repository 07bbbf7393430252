using System;
using System.Net.Sockets;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>Which failures are temporary, and how long to wait before the next try.</summary>
internal static class RetryPolicy
{
    /// <summary>How many times a request is sent at most if the connection or the server fails.</summary>
    public const int Tries = 4;

    /// <summary>How many times a request is sent at most if it times out.</summary>
    public const int TimedOutTries = 2;

    /// <summary>How many times a request waits for the rate limit at most.</summary>
    public const int RateLimitWaits = 10;

    // Used if a 429 does not say when the limit resets: limits are per minute.
    // https://developer.nulab.com/docs/backlog/rate-limit/
    private static readonly TimeSpan RateLimitWindow = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRateLimitWait = TimeSpan.FromMinutes(5);

    // The reset time is in whole seconds, so a request right at the reset could still be too early.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly Random Jitter = new();

    /// <summary>How many times a request is sent at most if its tries end like this.</summary>
    public static int TriesAfter(BacklogException error) => error.Kind == BacklogErrorKind.TimedOut ? TimedOutTries : Tries;

    /// <summary>The pause before the next try; null if another try is pointless or not safe.</summary>
    /// <param name="error">The error of the last try.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="tries">How many tries there were so far.</param>
    /// <param name="firstPause">The pause after the first try. Later pauses are longer.</param>
    public static TimeSpan? PauseAfter(BacklogException error, ApiRequest request, int tries, TimeSpan firstPause)
    {
        // A server that timed out twice is not worth the wait of a third try.
        if (tries >= TriesAfter(error) || !(request.IsSafe || request.MayRepeat ? IsPassing(error) : NeverArrived(error)))
        {
            return null;
        }

        // Pauses grow, with jitter so that many clients that failed together do not all retry at the same time.
        double jitter;
        lock (Jitter)
        {
            jitter = 0.75 + (Jitter.NextDouble() / 2);
        }

        return TimeSpan.FromMilliseconds(firstPause.TotalMilliseconds * Math.Pow(2, tries - 1) * jitter);
    }

    /// <summary>How long to wait for the reset of the rate limit.</summary>
    public static TimeSpan RateLimitWait(TimeSpan? untilReset)
    {
        var wait = untilReset is { } known ? (known < TimeSpan.Zero ? TimeSpan.Zero : known) : RateLimitWindow;
        return (wait > LongestRateLimitWait ? LongestRateLimitWait : wait) + Grace;
    }

    /// <summary>
    /// How long to pause before the next page, so that reading a long list stays within what is left of the rate limit.
    /// </summary>
    public static TimeSpan PaceOf(RateLimit? limit, TimeSpan? untilReset)
    {
        if (limit is null || untilReset is not { } left || left <= TimeSpan.Zero || limit.Remaining > Math.Max(2, limit.Limit / 20))
        {
            return TimeSpan.Zero;
        }

        // With nothing left, the next request would be refused, so wait for the reset. Otherwise spread the remaining
        // requests over the remaining time.
        return limit.Remaining <= 0 ? RateLimitWait(left) : TimeSpan.FromTicks(Math.Min(left.Ticks, LongestRateLimitWait.Ticks) / (limit.Remaining + 1));
    }

    /// <summary>
    /// Whether a failed write may have been carried out anyway and cannot simply be sent again.
    /// </summary>
    public static bool MayBeDone(BacklogException error, ApiRequest request) =>
        !request.IsSafe && !request.MayRepeat && !NeverArrived(error)
        && error.Kind is BacklogErrorKind.ConnectionFailed or BacklogErrorKind.AnswerCutOff or BacklogErrorKind.TimedOut
            or BacklogErrorKind.ServerFailed or BacklogErrorKind.AnswerInvalid or BacklogErrorKind.AnswerNotJson;

    private static bool IsPassing(BacklogException error) =>
        error.Kind is BacklogErrorKind.ConnectionFailed or BacklogErrorKind.AnswerCutOff or BacklogErrorKind.TimedOut
        || (error.Kind == BacklogErrorKind.ServerFailed && error.StatusCode is 502 or 503 or 504);

    /// <summary>Whether the request certainly never reached the server, because no connection was made.</summary>
    private static bool NeverArrived(BacklogException error)
    {
        if (error.Kind is not (BacklogErrorKind.ConnectionFailed or BacklogErrorKind.TimedOut))
        {
            return false;
        }

        for (Exception? e = error.InnerException; e is not null; e = e.InnerException)
        {
            // .NET throws TimeoutException only when connecting takes too long. Other timeouts are ours and contain nothing.
            if (e is TimeoutException or SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return true;
            }
        }

        return false;
    }
}
