using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;

namespace BacklogPS.Transport;

/// <summary>A response whose body has arrived completely.</summary>
internal sealed class Answer
{
    // How much of the start and end of the body is inspected to tell what it is.
    private const int Sample = 64;
    private static readonly char[] Blank = { '\uFEFF', ' ', '\r', '\n', '\t' };

    public Answer(HttpResponseMessage response, MemoryStream body)
    {
        Status = (int)response.StatusCode;
        Body = body;
        MediaType = response.Content?.Headers.ContentType?.MediaType;
        RateLimit = RateLimit.Read(response.Headers);
        Challenge = string.Join(", ", response.Headers.WwwAuthenticate.Select(h => h.ToString()));
        HasForeignChallenge = response.Headers.WwwAuthenticate.Any(h => !"Bearer".Equals(h.Scheme, StringComparison.OrdinalIgnoreCase));
        Location = response.Headers.Location;

        // Waiting times are calculated with the server's clock, which may differ from ours.
        Date = response.Headers.Date ?? DateTimeOffset.UtcNow;
        UntilReset = RateLimit?.Reset - Date;
        RetryAfter = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - Date;
    }

    public int Status { get; }

    public MemoryStream Body { get; }

    public string? MediaType { get; }

    /// <summary>When the server sent the response, by its own clock; by our clock if the server does not say.</summary>
    public DateTimeOffset Date { get; }

    public RateLimit? RateLimit { get; }

    /// <summary>The value of <c>WWW-Authenticate</c>; empty if there is none.</summary>
    public string Challenge { get; }

    /// <summary>Whether something other than Backlog requires a sign-in, such as a proxy or a gateway.</summary>
    public bool HasForeignChallenge { get; }

    /// <summary>The proxy that can read the response, and that may have sent it itself.</summary>
    public ProxyRoute? Proxy { get; init; }

    public Uri? Location { get; }

    /// <summary>The time until the rate limit is reset.</summary>
    public TimeSpan? UntilReset { get; }

    /// <summary>The waiting time from the header <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>
    /// Whether the body is a web page, so that the response came from a proxy, a sign-in page or another site.
    /// </summary>
    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml" || Begins('<');

    /// <summary>Whether the body begins like a response of the API: an object or an array.</summary>
    public bool LooksLikeJson => Begins('{') || Begins('[');

    /// <summary>Whether a body that looks like JSON lacks its closing bracket.</summary>
    public bool LooksCutOff => Text(Body.Length - Sample).TrimEnd(Blank).LastOrDefault() != (Begins('{') ? '}' : ']');

    private bool Begins(char first) => Text(0).TrimStart(Blank).FirstOrDefault() == first;

    private string Text(long from)
    {
        from = Math.Max(0, from);
        return Encoding.UTF8.GetString(Body.GetBuffer(), (int)from, (int)Math.Min(Body.Length - from, Sample));
    }
}
