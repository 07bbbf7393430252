using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BacklogPS.SpaceSimulator;

/// <summary>A request as it arrived, and its outcome.</summary>
public sealed record LogEntry
{
    public required int Sequence { get; init; }
    public required DateTime Time { get; init; }
    public required string Method { get; init; }

    /// <summary>Decoded, without the path base.</summary>
    public required string Path { get; init; }

    /// <summary>The query string as received, with its question mark, or empty.</summary>
    public required string Query { get; init; }
    public required IReadOnlyList<QueryPair> QueryPairs { get; init; }

    /// <summary>
    /// All headers as received, including credentials, because this is a test tool. Names are case-insensitive.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
    public required string Body { get; init; }
    public required int RemotePort { get; init; }

    /// <summary>The number of requests in progress when this one arrived, including itself: 1 means it was alone.</summary>
    public required int InFlight { get; init; }

    /// <summary>0 until the response is known. Stays 0 if the connection was cut before a response.</summary>
    public int Status { get; internal set; }
    public double DurationMs { get; internal set; }

    /// <summary>"header", "query", "bearer" or "none".</summary>
    public string AuthenticatedBy { get; internal set; } = "none";

    /// <summary>The fault that was applied, if one was.</summary>
    public FaultKind? Fault { get; internal set; }
}

public sealed record QueryPair(string Name, string Value);

internal sealed class RequestLog
{
    private const int LoggedBodyLimit = 1024 * 1024;

    private readonly List<LogEntry> _entries = [];
    private int _sequence;
    private int _inFlight;

    public IReadOnlyList<LogEntry> Snapshot()
    {
        lock (_entries)
        {
            return _entries.ToArray();
        }
    }

    public void Clear()
    {
        lock (_entries)
        {
            _entries.Clear();
        }
    }

    public async Task<LogTicket> ArriveAsync(HttpContext context)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        var request = context.Request;
        string body;
        try
        {
            body = await ReadBodyAsync(request);
        }
        catch (Exception)
        {
            // A client that disconnects while it is sending must still be subtracted from the requests in flight.
            Interlocked.Decrement(ref _inFlight);
            throw;
        }

        LogEntry entry;
        lock (_entries)
        {
            entry = new LogEntry
            {
                Sequence = ++_sequence,
                Time = DateTime.UtcNow,
                Method = request.Method,
                Path = request.Path.Value ?? "",
                Query = request.QueryString.Value ?? "",
                QueryPairs = ReadQuery(request.QueryString),
                Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                Body = body,
                RemotePort = context.Connection.RemotePort,
                InFlight = inFlight,
            };
            _entries.Add(entry);
        }

        return new LogTicket(entry, () => Interlocked.Decrement(ref _inFlight));
    }

    private static List<QueryPair> ReadQuery(QueryString query)
    {
        var pairs = new List<QueryPair>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            pairs.Add(new QueryPair(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }

    private static async Task<string> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return "";
        }

        request.EnableBuffering();
        var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        request.Body.Position = 0;
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)Math.Min(buffer.Length, LoggedBodyLimit));
    }
}

/// <summary>A log entry whose response is not complete yet.</summary>
internal sealed class LogTicket(LogEntry entry, Action leave)
{
    private readonly long _started = System.Diagnostics.Stopwatch.GetTimestamp();
    private int _done;

    public LogEntry Entry => entry;

    /// <summary>
    /// Called just before the last bytes are sent: a client that has read its response must find the entry complete,
    /// and its next request must not see this one as still in flight.
    /// </summary>
    public void Complete(int status)
    {
        if (Interlocked.Exchange(ref _done, 1) == 0)
        {
            entry.Status = status;
            entry.DurationMs = Math.Round(System.Diagnostics.Stopwatch.GetElapsedTime(_started).TotalMilliseconds, 3);
            leave();
        }
    }
}
