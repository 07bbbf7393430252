using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;

namespace BacklogPS.Transport;

/// <summary>An answer whose body has arrived whole.</summary>
internal sealed class Answer
{
    // How much of the body's ends is looked at to tell what it is.
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

        // Waits are reckoned on the server's clock, which need not agree with ours.
        Date = response.Headers.Date ?? DateTimeOffset.UtcNow;
        UntilReset = RateLimit?.Reset - Date;
        RetryAfter = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - Date;
    }

    public int Status { get; }

    public MemoryStream Body { get; }

    public string? MediaType { get; }

    /// <summary>When the server gave it, by its own clock; by ours where it does not say.</summary>
    public DateTimeOffset Date { get; }

    public RateLimit? RateLimit { get; }

    /// <summary>The words of <c>WWW-Authenticate</c>; empty where there are none.</summary>
    public string Challenge { get; }

    /// <summary>Whether somebody other than Backlog asks for a sign-in: a proxy or gateway with one of its own.</summary>
    public bool HasForeignChallenge { get; }

    /// <summary>The proxy that the answer came through in clear, and that may have given it itself.</summary>
    public ProxyRoute? Proxy { get; init; }

    public Uri? Location { get; }

    /// <summary>The time until the rate limit is reset.</summary>
    public TimeSpan? UntilReset { get; }

    /// <summary>How long the header <c>Retry-After</c> asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the body is a web page: a proxy, a sign-in page or another site answered.</summary>
    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml" || Begins('<');

    /// <summary>Whether the body begins as the API's answers do: an object or a list.</summary>
    public bool LooksLikeJson => Begins('{') || Begins('[');

    /// <summary>Whether a body that looks like JSON does not end as it has to.</summary>
    public bool LooksCutOff => Text(Body.Length - Sample).TrimEnd(Blank).LastOrDefault() != (Begins('{') ? '}' : ']');

    private bool Begins(char first) => Text(0).TrimStart(Blank).FirstOrDefault() == first;

    private string Text(long from)
    {
        from = Math.Max(0, from);
        return Encoding.UTF8.GetString(Body.GetBuffer(), (int)from, (int)Math.Min(Body.Length - from, Sample));
    }
}
