using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace BacklogPS.Http;

/// <summary>Turns what the network layers throw into the exception that names the cause.</summary>
internal static class TransportErrors
{
    /// <param name="error">What was thrown.</param>
    /// <param name="address">The space that was asked.</param>
    /// <param name="request">Method and path, for the message.</param>
    /// <param name="headersArrived">Whether the answer had begun, so that it was cut off rather than never given.</param>
    /// <param name="redact">Takes the credential's secret out of a text: the network layers quote an answer that is no HTTP.</param>
    public static BacklogException Read(
        Exception error, SpaceAddress address, string request, bool headersArrived, Func<string, string> redact)
    {
        var (kind, text, next) = Cause(error, address, headersArrived);
        var said = redact(Innermost(error).Message);
        return new BacklogException(kind, Message.Of(text, address.Name, request, said), AnswerErrors.Harmless(error, redact))
        {
            NextStep = next is null ? null : Message.Of(next, address.BaseUri.Host),
            Space = address.Name,
        };
    }

    public static BacklogException TimedOut(SpaceAddress address, string request, TimeSpan after) =>
        new(BacklogErrorKind.TimedOut, Message.Of(Messages.TimedOut, address.Name, request, (int)after.TotalSeconds))
        {
            NextStep = Messages.TimedOutNext,
            Space = address.Name,
        };

    private static (BacklogErrorKind Kind, string Text, string? Next) Cause(Exception error, SpaceAddress address, bool headersArrived)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AuthenticationException:
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return (BacklogErrorKind.CertificateInvalid, Messages.CertificateInvalid, Messages.CertificateInvalidNext);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return (
                        BacklogErrorKind.HostNotFound,
                        Messages.HostNotFound,
                        address.IsNulab ? Messages.HostNotFoundNulabNext : Messages.HostNotFoundNext);
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                case TimeoutException:
                case WebException { Status: WebExceptionStatus.Timeout }:
                    return (BacklogErrorKind.TimedOut, Messages.ConnectTimedOut, Messages.TimedOutNext);
            }
        }

        return headersArrived
            ? (BacklogErrorKind.AnswerCutOff, Messages.AnswerCutOff, Messages.AnswerCutOffNext)
            : (BacklogErrorKind.ConnectionFailed, Messages.ConnectionFailed, Messages.ConnectionFailedNext);
    }

    private static Exception Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
        {
            error = inner;
        }

        return error;
    }
}
