using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>
/// The only exception of this module: what happened, where, and what to do next. It never contains a request, a header or a secret.
/// </summary>
public sealed class BacklogException : Exception
{
    internal BacklogException(BacklogErrorKind kind, string message, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
    }

    /// <summary>The kind of error; its name is the error id.</summary>
    public BacklogErrorKind Kind { get; }

    /// <summary>What the user can do about it, as a sentence; null if there is nothing to say.</summary>
    public string? NextStep { get; internal set; }

    /// <summary>The space of the request, in the form that <c>-Space</c> accepts.</summary>
    public string? Space { get; internal set; }

    /// <summary>The HTTP status of the response; null if there was none.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>All entries of the response's <c>errors</c> array.</summary>
    public IReadOnlyList<BacklogError> Errors { get; internal set; } = Array.Empty<BacklogError>();

    /// <summary>The response's <c>WWW-Authenticate</c> header.</summary>
    public string? Challenge { get; internal set; }

    /// <summary>
    /// The time until the rate limit is reset; only with <see cref="BacklogErrorKind.RateLimited"/>, and null if
    /// the space did not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>The target of the error: a project key, a space, a vault.</summary>
    public object? Target { get; internal set; }

    /// <summary>
    /// Whether a write that failed may have been carried out anyway: it reached or may have reached the space, but no complete
    /// response arrived. Check before you run it again.
    /// </summary>
    public bool MayBeDone { get; internal set; }

    /// <summary>How many times the request was sent.</summary>
    internal int Tries { get; set; }

    /// <summary>What the failed change was about, in words; null if the message already says so.</summary>
    internal string? Concerning { get; set; }

    /// <summary>Whether reading a file failed, as opposed to writing it.</summary>
    internal bool IsReading { get; set; }

    /// <summary>The subject, the message and the next step as text for people.</summary>
    internal string FullMessage => Concerning is null ? Advice : $"{Concerning}: {Advice}";

    /// <summary>The message and the next step, for use where the subject is shown elsewhere.</summary>
    internal string Advice
    {
        get
        {
            var said = Message;
            return NextStep is null ? said
                // Japanese sentences are not separated by a space.
                : said.EndsWith("。", StringComparison.Ordinal) ? said + NextStep
                // Messages of the operating system may lack the full stop.
                : said.Length > 0 && (char.IsLetterOrDigit(said[said.Length - 1]) && said[said.Length - 1] < 128) ? $"{said}. {NextStep}"
                : $"{said} {NextStep}";
        }
    }
}
