using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>
/// The one exception of this module: what went wrong, where, and what to do. It never holds a request, a header or
/// a secret.
/// </summary>
public sealed class BacklogException : Exception
{
    internal BacklogException(BacklogErrorKind kind, string message, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
    }

    /// <summary>What went wrong; its name is the error id.</summary>
    public BacklogErrorKind Kind { get; }

    /// <summary>What the user can do about it, as a sentence; null where there is nothing to say.</summary>
    public string? NextStep { get; internal set; }

    /// <summary>The space that was asked, as <c>-Space</c> takes it.</summary>
    public string? Space { get; internal set; }

    /// <summary>HTTP status of the answer; null where there was none.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>Every entry of the answer's <c>errors</c> array.</summary>
    public IReadOnlyList<BacklogError> Errors { get; internal set; } = Array.Empty<BacklogError>();

    /// <summary>What the answer's <c>WWW-Authenticate</c> header says.</summary>
    public string? Challenge { get; internal set; }

    /// <summary>
    /// How long until the rate limit starts anew; only with <see cref="BacklogErrorKind.RateLimited"/>, and null where
    /// the space did not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>What was asked for: a project key, a space, a vault.</summary>
    public object? Target { get; internal set; }

    /// <summary>
    /// Whether a write that failed may have been carried out all the same: it reached the space, or may have, and its answer
    /// did not come back whole. Look before you run it again.
    /// </summary>
    public bool MayBeDone { get; internal set; }

    /// <summary>How often the request was sent.</summary>
    internal int Tries { get; set; }

    /// <summary>What a change that failed was about, in words; null where the message says it.</summary>
    internal string? Concerning { get; set; }

    /// <summary>Whether it is the reading of a file that failed, not the writing.</summary>
    internal bool IsReading { get; set; }

    /// <summary>What it was about, what went wrong and what to do, for people.</summary>
    internal string FullMessage
    {
        get
        {
            var said = Concerning is null ? Message : $"{Concerning}: {Message}";
            return NextStep is null ? said
                // What an operating system said ends without a full stop.
                : said.Length > 0 && (char.IsLetterOrDigit(said[said.Length - 1]) && said[said.Length - 1] < 128) ? $"{said}. {NextStep}"
                : $"{said} {NextStep}";
        }
    }
}
