using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BacklogPS.SpaceSimulator;

public enum FaultKind
{
    /// <summary>Only waits DelayMs and then responds as usual. (DelayMs works with every other kind too.)</summary>
    Delay,

    /// <summary>The correct response in pieces of ChunkSize with ChunkDelayMs between them.</summary>
    SlowBody,

    /// <summary>The given Status, Body, ContentType and Headers.</summary>
    Status,

    /// <summary>A proxy's HTML page with the given status.</summary>
    Html,

    /// <summary>Status (302 by default) with Location.</summary>
    Redirect,

    /// <summary>All headers with the full Content-Length, then half of the body, then the connection is cut.</summary>
    CutOff,

    /// <summary>The same without a Content-Length: the final chunk never comes.</summary>
    CutOffChunked,

    /// <summary>The connection is cut before the first byte.</summary>
    Reset,

    /// <summary>The correct status with no body.</summary>
    EmptyBody,

    /// <summary>The first half of the correct response, as if it were complete.</summary>
    InvalidJson,

    /// <summary>Size bytes of valid JSON.</summary>
    ExtraLarge,

    /// <summary>The given errors array with Status (400 by default).</summary>
    Errors,

    /// <summary>
    /// 429 with code 13, X-RateLimit-Reset in ResetAfterSeconds and Retry-After in RetryAfter, each only if set.
    /// </summary>
    TooManyRequests,

    /// <summary>Never responds. Ends when the client disconnects.</summary>
    Hang,
}

public sealed record FaultError(string Message, int Code, string MoreInfo = "");

/// <summary>A rule that says which requests are affected and how. The first matching rule is applied.</summary>
public sealed record Fault
{
    public required FaultKind Kind { get; init; }

    /// <summary>The method; null matches every method.</summary>
    public string? Method { get; init; }

    /// <summary>Matches the path without the path base and the query. * matches anything: "/api/v2/projects*".</summary>
    public string PathPattern { get; init; } = "*";

    /// <summary>How many times the rule applies; null for always.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching requests to let through first.</summary>
    public int Skip { get; init; }

    public int DelayMs { get; init; }
    public int ChunkDelayMs { get; init; } = 100;
    public int ChunkSize { get; init; } = 512;
    public int? Status { get; init; }
    public string? Body { get; init; }
    public string? ContentType { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    public string? Location { get; init; }
    public int Size { get; init; } = 20_000_000;
    public IReadOnlyList<FaultError>? Errors { get; init; }
    public int? ResetAfterSeconds { get; init; }
    public string? RetryAfter { get; init; }
}

/// <summary>The active rules.</summary>
public sealed class FaultList
{
    private readonly List<Rule> _rules = [];

    public void Add(Fault fault)
    {
        lock (_rules)
        {
            _rules.Add(new Rule(fault));
        }
    }

    public void Clear()
    {
        lock (_rules)
        {
            _rules.Clear();
        }
    }

    internal Fault? Next(string method, string path)
    {
        lock (_rules)
        {
            return _rules.FirstOrDefault(rule => rule.Strikes(method, path))?.Fault;
        }
    }

    private sealed class Rule(Fault fault)
    {
        private readonly Regex _path = new("^" + Regex.Escape(fault.PathPattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
        private int _seen;

        public Fault Fault => fault;

        public bool Strikes(string method, string path)
        {
            if ((fault.Method is not null && !fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) || !_path.IsMatch(path))
            {
                return false;
            }

            var index = _seen++ - fault.Skip;
            return index >= 0 && (fault.Times is null || index < fault.Times);
        }
    }
}

/// <summary>
/// Applies the faults that replace a response. Those that damage its delivery are left to <see cref="Delivery"/>.
/// </summary>
internal sealed class FaultMiddleware(FaultList faults, SpaceClock clock)
{
    public async Task InvokeAsync(HttpContext context, Func<Task> next)
    {
        var fault = faults.Next(context.Request.Method, context.Request.Path.Value ?? "");
        if (fault is null)
        {
            await next();
            return;
        }

        var delivery = context.Features.GetRequiredFeature<Delivery>();
        delivery.Ticket.Entry.Fault = fault.Kind;
        if (fault.DelayMs > 0)
        {
            await Task.Delay(fault.DelayMs, context.RequestAborted);
        }

        switch (fault.Kind)
        {
            case FaultKind.Delay:
                await next();
                break;
            case FaultKind.SlowBody or FaultKind.CutOff or FaultKind.CutOffChunked or FaultKind.EmptyBody or FaultKind.InvalidJson:
                delivery.Fault = fault;
                await next();
                break;
            case FaultKind.Reset:
                delivery.Fault = fault;
                break;
            case FaultKind.Hang:
                await Task.Delay(-1, context.RequestAborted);
                break;
            default:
                await ReplaceAsync(context, fault);
                break;
        }

        foreach (var header in fault.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[header.Key] = header.Value;
        }
    }

    private async Task ReplaceAsync(HttpContext context, Fault fault)
    {
        var response = context.Response;
        var (status, contentType, body) = fault.Kind switch
        {
            FaultKind.Html => (502, "text/html;charset=utf-8", "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1><p>The proxy could not reach the server.</p></body></html>"),
            FaultKind.Redirect => (302, "text/html;charset=utf-8", ""),
            FaultKind.ExtraLarge => (200, Api.Json.ContentType, Large(fault.Size)),
            FaultKind.Errors => (400, Api.Json.ContentType, ErrorsJson(fault.Errors ?? [new FaultError("First failure.", 7), new FaultError("Second failure.", 7, "second")])),
            FaultKind.TooManyRequests => (429, Api.Json.ContentType, ErrorsJson([new FaultError("Too Many Requests.", 13)])),
            _ => (500, "text/plain;charset=utf-8", ""),
        };

        response.StatusCode = fault.Status ?? status;
        response.ContentType = fault.ContentType ?? contentType;
        if (fault.Location is not null)
        {
            response.Headers.Location = fault.Location;
        }

        if (fault.ResetAfterSeconds is { } seconds)
        {
            response.Headers["X-RateLimit-Limit"] = "600";
            response.Headers["X-RateLimit-Remaining"] = "0";
            response.Headers["X-RateLimit-Reset"] = clock.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        if (fault.RetryAfter is not null)
        {
            response.Headers.RetryAfter = fault.RetryAfter;
        }

        await response.WriteAsync(fault.Body ?? body);
    }

    private static string ErrorsJson(IEnumerable<FaultError> errors) => Encoding.UTF8.GetString(Api.Json.Bytes(new { errors }));

    private static string Large(int size)
    {
        const string head = "[{\"id\":1,\"name\":\"";
        const string tail = "\"}]";
        return head + new string('x', Math.Max(0, size - head.Length - tail.Length)) + tail;
    }
}
