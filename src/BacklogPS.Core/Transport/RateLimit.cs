using System;
using System.Globalization;
using System.Linq;
using System.Net.Http.Headers;

namespace BacklogPS.Transport;

/// <summary>The rate limit in the headers of a response.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/rate-limit/</remarks>
internal sealed class RateLimit
{
    private RateLimit(int limit, int remaining, DateTimeOffset reset)
    {
        Limit = limit;
        Remaining = remaining;
        Reset = reset;
    }

    /// <summary>Requests per minute.</summary>
    public int Limit { get; }

    /// <summary>Requests left in this minute.</summary>
    public int Remaining { get; }

    /// <summary>When the limit is reset, by the server's clock.</summary>
    public DateTimeOffset Reset { get; }

    /// <summary>Reads the headers; null if they are missing or not numbers that a limit can have.</summary>
    public static RateLimit? Read(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Limit") is >= int.MinValue and <= int.MaxValue and var limit
        && Number(headers, "X-RateLimit-Remaining") is >= int.MinValue and <= int.MaxValue and var remaining
        && Number(headers, "X-RateLimit-Reset") is { } reset and > 0 and < 253402300800
            ? new RateLimit((int)limit, (int)remaining, DateTimeOffset.FromUnixTimeSeconds(reset))
            : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
