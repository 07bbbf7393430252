using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace BacklogPS.Transport;

/// <summary>Turns exceptions of the network layers into one that names the cause.</summary>
internal static class TransportErrors
{
    // .NET reports a proxy's response to CONNECT only in the message text, which is the same in every language.
    private static readonly Regex TunnelStatus = new(@"proxy tunnel .* status code '(\d{3})'", RegexOptions.CultureInvariant);

    /// <param name="error">The exception.</param>
    /// <param name="address">The space that the request was for.</param>
    /// <param name="request">Method and path, for the message.</param>
    /// <param name="headersArrived">Whether the response had begun, so that it was cut off rather than missing.</param>
    /// <param name="proxy">The proxy of the request.</param>
    /// <param name="redact">
    /// Removes the credential's secret from a text, because the network layers quote responses that are not HTTP.
    /// </param>
    public static BacklogException Read(
        Exception error, SpaceAddress address, string request, bool headersArrived, ProxyRoute? proxy, Func<string, string> redact)
    {
        string Clean(string text) => Redaction.OfUserInfo(redact(text));
        var chain = Chain(error).ToList();
        var (kind, text, next) = ProxyCause(chain, address, proxy) ?? Cause(chain, address, headersArrived, proxy);
        return new BacklogException(
            kind,
            Message.Of(text, address.Name, request, Clean(chain[chain.Count - 1].Message), proxy?.Proxy),
            AnswerErrors.Harmless(error, Clean))
        {
            NextStep = next,
            Space = address.Name,
        };
    }

    public static BacklogException TimedOut(SpaceAddress address, string request, TimeSpan after) =>
        new(BacklogErrorKind.TimedOut, Message.Of(Messages.TimedOut, address.Name, request, (int)after.TotalSeconds))
        {
            NextStep = Messages.TimedOutNext,
            Space = address.Name,
        };

    /// <summary>The proxy's reason for refusing the tunnel; null if the error is not the proxy's.</summary>
    private static (BacklogErrorKind Kind, string Text, string? Next)? ProxyCause(
        IReadOnlyList<Exception> chain, SpaceAddress address, ProxyRoute? proxy)
    {
        var status = chain.Select(TunnelStatusOf).FirstOrDefault(s => s is not null);
        return status switch
        {
            null => null,
            401 or 407 => (BacklogErrorKind.ProxyRefused, Messages.ProxySignInRefused, proxy?.CredentialNext ?? Messages.ProxyNext),
            < 500 => (BacklogErrorKind.ProxyRefused, Messages.ProxyForbids, Message.Of(Messages.ProxyForbidsNext, address.BaseUri.Host)),
            _ => (BacklogErrorKind.ConnectionFailed, Messages.ProxyCannotConnect, Message.Of(Messages.ConnectionFailedNext, address.BaseUri.Host)),
        };
    }

    private static int? TunnelStatusOf(Exception error)
    {
        if (error is WebException { Response: HttpWebResponse response })
        {
            // .NET Framework throws this only for a proxy's response.
            return (int)response.StatusCode;
        }

        if (error.Message.Contains("authenticate with the SOCKS"))
        {
            return 407;
        }

        var said = TunnelStatus.Match(error.Message);
        return said.Success ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static (BacklogErrorKind Kind, string Text, string? Next) Cause(
        IReadOnlyList<Exception> chain, SpaceAddress address, bool headersArrived, ProxyRoute? proxy)
    {
        var host = address.BaseUri.Host;
        foreach (var e in chain)
        {
            switch (e)
            {
                case AuthenticationException { InnerException: null } when e.Message.IndexOf("certificate", StringComparison.OrdinalIgnoreCase) >= 0:
                case WebException { Status: WebExceptionStatus.TrustFailure }:
                    return (BacklogErrorKind.CertificateInvalid, Messages.CertificateInvalid, Messages.CertificateInvalidNext);
                case AuthenticationException:
                case WebException { Status: WebExceptionStatus.SecureChannelFailure }:
                    return (BacklogErrorKind.TlsFailed, Messages.TlsFailed, Message.Of(Messages.TlsFailedNext, address.BaseUri.Authority));

                // With a proxy, the only host that is looked up is the proxy itself.
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } when proxy is not null:
                    return (BacklogErrorKind.HostNotFound, Messages.ProxyNotFound, proxy.AddressNext);
                case WebException { Status: WebExceptionStatus.ProxyNameResolutionFailure }:
                    return (BacklogErrorKind.HostNotFound, Messages.ProxyNotFound, Messages.ProxyNext);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return (
                        BacklogErrorKind.HostNotFound,
                        Messages.HostNotFound,
                        Message.Of(address.IsNulab ? Messages.HostNotFoundNulabNext : Messages.HostNotFoundNext, host));
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                case TimeoutException:
                case WebException { Status: WebExceptionStatus.Timeout }:
                    return (BacklogErrorKind.TimedOut, Messages.ConnectTimedOut, Messages.TimedOutNext);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable }
                    when proxy is not null:
                    return (BacklogErrorKind.ConnectionFailed, Messages.ProxyUnreachable, proxy.AddressNext);
            }
        }

        return headersArrived
            ? (BacklogErrorKind.AnswerCutOff, Messages.AnswerCutOff, Messages.AnswerCutOffNext)
            : (BacklogErrorKind.ConnectionFailed, Messages.ConnectionFailed, Message.Of(Messages.ConnectionFailedNext, host));
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
