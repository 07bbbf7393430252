using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Json;
using Newtonsoft.Json;

namespace BacklogPS.Transport;

/// <summary>Turns a failed response into the exception that describes it.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/error-response/</remarks>
internal static class AnswerErrors
{
    // These error codes of Backlog are more specific than the HTTP status.
    private const int CodeTooLarge = 10;
    private const int CodeAuthentication = 11;

    /// <param name="answer">The response.</param>
    /// <param name="address">The space that sent the response.</param>
    /// <param name="request">Method and path, for the message.</param>
    /// <param name="redact">Removes the credential's secret from a text, in case the server repeated it.</param>
    /// <param name="refusedNext">What to do if the credential itself was refused.</param>
    public static BacklogException Read(
        Answer answer, SpaceAddress address, string request, Func<string, string> redact, string? refusedNext)
    {
        string Clean(string text) => Redaction.OfUserInfo(redact(text));
        var errors = ReadErrors(answer, Clean);
        var challenge = answer.Challenge.Length == 0 ? null : VisibleText.Quote(Clean(answer.Challenge));
        var kind = Kind(answer, errors);
        var said = errors.Count > 0 ? string.Join(" ", errors.Select(e => e.ToString())) : challenge;
        return new BacklogException(kind, Text(kind, answer, address, request, said, Clean))
        {
            NextStep = NextStep(kind, answer, refusedNext),
            Space = address.Name,
            StatusCode = answer.Status,
            Errors = errors,
            Challenge = challenge,
            RetryAfter = kind == BacklogErrorKind.RateLimited ? answer.UntilReset ?? answer.RetryAfter : null,
        };
    }

    /// <summary>The error for a successful response whose body cannot be read.</summary>
    /// <param name="answer">The response.</param>
    /// <param name="error">The error from reading the body.</param>
    /// <param name="address">The space that sent the response.</param>
    /// <param name="request">Method and path, for the message.</param>
    /// <param name="redact">Removes the credential's secret from a text, in case the server repeated it.</param>
    public static BacklogException ReadUnreadable(
        Answer answer, Exception error, SpaceAddress address, string request, Func<string, string> redact)
    {
        var (kind, text, next) = !answer.LooksLikeJson
            ? (BacklogErrorKind.AnswerNotJson, Messages.AnswerNotJson, Messages.WrongHostNext)
            : error is not TrailingTextException && (answer.LooksCutOff || error.Message.Contains("Unexpected end"))
                ? (BacklogErrorKind.AnswerCutOff, Messages.AnswerCutOff, Messages.AnswerCutOffNext)
                : (BacklogErrorKind.AnswerInvalid, Messages.AnswerInvalid, Messages.AnswerInvalidNext);
        return new BacklogException(kind, Message.Of(text, address.Name, request, kind == BacklogErrorKind.AnswerNotJson ? answer.Status : redact(error.Message)), Harmless(error, redact))
        {
            NextStep = next,
            Space = address.Name,
            StatusCode = answer.Status,
        };
    }

    /// <summary>
    /// Returns an exception that may be the inner exception of ours; null if it repeats a secret or is a parser's
    /// error. A parser quotes the text that it could not read, and the message of an exception cannot be changed.
    /// </summary>
    public static Exception? Harmless(Exception error, Func<string, string> redact)
    {
        var text = error.ToString();
        return redact(text) == text && VisibleText.IsPlain(text) && error.Message.Length <= VisibleText.Longest ? error : null;
    }

    /// <summary>
    /// Whether Backlog itself says that it does not accept the credential. A 401 from anything else, such as a gateway
    /// with its own sign-in, does not show whether the credential was sent in the wrong form.
    /// </summary>
    public static bool IsBacklogsRefusal(Answer answer) =>
        answer.Status == 401 && !answer.HasForeignChallenge && ReadErrors(answer, text => text).Any(e => e.Code == CodeAuthentication);

    private static BacklogErrorKind Kind(Answer answer, IReadOnlyList<BacklogError> errors)
    {
        if (errors.Any(e => e.Code == CodeTooLarge))
        {
            return BacklogErrorKind.TooLarge;
        }

        return answer.Status switch
        {
            >= 300 and < 400 => BacklogErrorKind.Redirected,
            // A proxy refuses with a web page, Backlog with JSON or an empty body. Some proxies answer a wrong password
            // with 401.
            401 when errors.Count == 0 && answer.IsHtml && answer.Proxy is not null => BacklogErrorKind.ProxyRefused,
            401 => BacklogErrorKind.AuthenticationFailed,
            407 => BacklogErrorKind.ProxyRefused,
            414 => BacklogErrorKind.RequestRefused,
            _ when answer.Status < 500 && answer.Status != 429 && errors.Count == 0 && answer.IsHtml => BacklogErrorKind.AnswerNotJson,
            403 => BacklogErrorKind.AccessDenied,
            404 => BacklogErrorKind.NotFound,
            409 => BacklogErrorKind.Conflict,
            413 => BacklogErrorKind.TooLarge,
            429 => BacklogErrorKind.RateLimited,
            >= 500 => BacklogErrorKind.ServerFailed,
            _ => BacklogErrorKind.RequestRefused,
        };
    }

    private static string Text(
        BacklogErrorKind kind, Answer answer, SpaceAddress address, string request, string? said, Func<string, string> redact)
    {
        if (kind == BacklogErrorKind.Redirected)
        {
            // Show only the path: the query of a redirect may repeat what was sent.
            var target = answer.Location is { IsAbsoluteUri: true } location
                ? location.GetLeftPart(UriPartial.Path)
                : answer.Location?.OriginalString.Split('?')[0] ?? "?";
            return Message.Of(Messages.Redirected, address.Name, request, answer.Status, redact(target));
        }

        var opening = kind switch
        {
            BacklogErrorKind.AuthenticationFailed => Messages.AuthenticationFailed,
            BacklogErrorKind.AccessDenied => Messages.AccessDenied,
            BacklogErrorKind.NotFound => Messages.NotFound,
            BacklogErrorKind.RateLimited => Messages.RateLimited,
            BacklogErrorKind.ServerFailed => Messages.ServerFailed,
            BacklogErrorKind.AnswerNotJson => Messages.AnswerNotJson,
            BacklogErrorKind.ProxyRefused => Messages.ProxySignInRefused,
            _ => Messages.RequestRefused,
        };
        // For a 404 the message names the path only, because the method is irrelevant.
        var asked = kind == BacklogErrorKind.NotFound ? request.Substring(request.IndexOf(' ') + 1) : request;
        var text = (kind == BacklogErrorKind.NotFound ? MissingThing.Sentence(request, address.Name, answer.Status) : null)
            ?? Message.Of(opening, address.Name, asked, kind == BacklogErrorKind.ProxyRefused ? $"HTTP {answer.Status}" : answer.Status, answer.Proxy?.Proxy ?? "?");
        return said is null ? text : text + " " + Message.Of(Messages.Said, said);
    }

    private static string? NextStep(BacklogErrorKind kind, Answer answer, string? refusedNext) => kind switch
    {
        BacklogErrorKind.AuthenticationFailed when answer.HasForeignChallenge => Messages.ForeignChallengeNext,
        BacklogErrorKind.AuthenticationFailed => refusedNext,
        BacklogErrorKind.AccessDenied => Messages.AccessDeniedNext,
        BacklogErrorKind.RequestRefused when answer.Status == 414 => Messages.AddressTooLongNext,
        BacklogErrorKind.RateLimited => Messages.RateLimitedNext,
        BacklogErrorKind.ServerFailed => Messages.ServerFailedNext,
        BacklogErrorKind.AnswerNotJson or BacklogErrorKind.Redirected => Messages.WrongHostNext,
        BacklogErrorKind.ProxyRefused => answer.Proxy?.CredentialNext ?? Messages.ProxyNext,
        _ => null,
    };

    private static IReadOnlyList<BacklogError> ReadErrors(Answer answer, Func<string, string> redact)
    {
        if (answer.Body.Length == 0 || answer.IsHtml)
        {
            return Array.Empty<BacklogError>();
        }

        try
        {
            answer.Body.Position = 0;
            var read = (new BacklogJson(null).ReadObject<ErrorBody>(answer.Body).Errors ?? Array.Empty<BacklogError?>())
                .OfType<BacklogError>().ToList();
            foreach (var error in read)
            {
                // Redact before truncating: a secret that is cut in two would not be found.
                error.Message = VisibleText.Quote(redact(error.Message));
                error.MoreInfo = error.MoreInfo is null ? null : VisibleText.Quote(redact(error.MoreInfo));
            }

            return read;
        }
        catch (JsonException)
        {
            // The status is enough if the body does not contain Backlog's errors.
            return Array.Empty<BacklogError>();
        }
    }

    private sealed class ErrorBody
    {
        public BacklogError?[]? Errors { get; internal set; }
    }
}
