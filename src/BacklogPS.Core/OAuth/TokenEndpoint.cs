using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.OAuth;

/// <summary>
/// Exchanges codes and refresh tokens for access tokens. Everything sent and received is secret, so none of it goes
/// into a message or an exception.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/auth/</remarks>
internal sealed class TokenEndpoint
{
    private const string Path = "api/v2/oauth2/token";
    private const string Request = "POST oauth2/token";
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public TokenEndpoint(SpaceAddress address)
    {
        Address = address;
    }

    public SpaceAddress Address { get; }

    /// <exception cref="TokenRefusedException">The code, the client or the redirect URI is wrong.</exception>
    /// <exception cref="BacklogException">The space could not be reached, or returned something else.</exception>
    public Task<TokenAnswer> ExchangeAsync(OAuthClient client, string code, Uri redirectUri, CancellationToken cancel) =>
        AskAsync(client, null, new[] { code }, cancel, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectUri.AbsoluteUri));

    /// <inheritdoc cref="ExchangeAsync"/>
    public Task<TokenAnswer> RefreshAsync(OAuthClient client, string refreshToken, CancellationToken cancel) =>
        AskAsync(client, refreshToken, new[] { refreshToken }, cancel, ("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    private async Task<TokenAnswer> AskAsync(
        OAuthClient client, string? formerRefreshToken, string[] secrets, CancellationToken cancel, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("client_id", client.Id)).Append(("client_secret", client.Secret))
            .Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2));
        string Redact(string text) => Redaction.Of(text, secrets.Append(client.Secret));
        var answer = await SendAsync(form, Redact, cancel).ConfigureAwait(false);
        var body = ReadJson(answer);
        return answer.IsSuccess
            ? ReadTokens(answer, body, formerRefreshToken)
            : throw Refusal(answer, body, Redact);
    }

    private async Task<Answer> SendAsync(
        IEnumerable<KeyValuePair<string, string>> form, Func<string, string> redact, CancellationToken cancel)
    {
        var headersArrived = false;
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(Address.BaseUri, Path))
        {
            Content = new FormUrlEncodedContent(form),
        };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Timeout);
        var network = NetworkClient.Current;
        try
        {
            using var response = await network.Http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            headersArrived = true;

            // On .NET Framework, reading ignores its cancellation token, but disposing the response ends it.
            using var stop = deadline.Token.Register(response.Dispose);
            return new Answer(response, await ReadBodyAsync(response, deadline.Token).ConfigureAwait(false));
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or InvalidDataException or ObjectDisposedException)
        {
            cancel.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? TransportErrors.TimedOut(Address, Request, Timeout)
                : TransportErrors.Read(error, Address, Request, headersArrived, network.RouteTo(message.RequestUri!), redact);
        }
    }

    private async Task<MemoryStream> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var body = new MemoryStream();
        if (response.Content is not null)
        {
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            var buffer = new byte[8192];
            int read;
            while ((read = await stream.ReadAsync(buffer, 0, buffer.Length, cancel).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > LargestAnswer)
                {
                    throw Invalid((int)response.StatusCode, Message.Of(Messages.TokenAnswerTooLarge, LargestAnswer / 1024));
                }
            }
        }

        body.Position = 0;
        return body;
    }

    private static JObject? ReadJson(Answer answer)
    {
        try
        {
            // A StreamReader skips a byte order mark.
            using var reader = new JsonTextReader(new StreamReader(new MemoryStream(answer.Body.ToArray()), Encoding.UTF8))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = 16,
            };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TokenAnswer ReadTokens(Answer answer, JObject? body, string? formerRefreshToken)
    {
        if (body is null)
        {
            throw answer.IsHtml
                ? new BacklogException(BacklogErrorKind.AnswerNotJson, Message.Of(Messages.AnswerNotJson, Address.Name, Request, answer.Status))
                {
                    NextStep = Messages.WrongHostNext,
                    Space = Address.Name,
                    StatusCode = answer.Status,
                }
                : Invalid(answer.Status, Messages.TokenAnswerNotJson);
        }

        var access = Token("access_token") ?? throw Lacks("access_token");
        if (!IsAbsent("token_type") && !string.Equals(Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw Lacks("token_type");
        }

        // RFC 6749, section 6: a refresh that brings no new refresh token leaves the former one in force.
        var refresh = IsAbsent("refresh_token") && formerRefreshToken is not null
            ? formerRefreshToken
            : Token("refresh_token") ?? throw Lacks("refresh_token");
        return new TokenAnswer(access, refresh, Lifetime(body["expires_in"] as JValue));

        bool IsAbsent(string name) => body[name] is null or { Type: JTokenType.Null };

        string? Text(string name) => (body[name] as JValue)?.Value as string;

        // A token goes into a header, so it must not contain anything that could end the line.
        string? Token(string name) => Text(name) is { Length: > 0 and <= 8192 } text && text.All(c => c is > ' ' and < '\x7f') ? text : null;

        BacklogException Lacks(string name) => Invalid(answer.Status, Message.Of(Messages.TokenAnswerLacks, name));
    }

    /// <summary>
    /// How long the access token is valid. These tokens may be the only valid ones, so an unreadable number does not
    /// discard them; the lifetime in Backlog's documentation is used instead.
    /// </summary>
    private static TimeSpan Lifetime(JValue? given) =>
        double.TryParse(
            Convert.ToString(given?.Value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 1 and <= int.MaxValue
            ? TimeSpan.FromSeconds(Math.Floor(seconds))
            : UsualLifetime;

    private Exception Refusal(Answer answer, JObject? body, Func<string, string> redact)
    {
        var error = (body?["error"] as JValue)?.Value as string;

        // An error of a busy or broken server says nothing about the tokens, whatever its body looks like.
        if (answer.Status is not (400 or 401) && !(error == TokenRefusedException.InvalidGrant && answer.Status is > 401 and < 429))
        {
            return AnswerErrors.Read(answer, Address, Request, redact, null);
        }

        var description = (body?["error_description"] as JValue)?.Value as string;
        var said = string.Join(": ", new[] { error, description }.Where(s => !string.IsNullOrWhiteSpace(s)));
        said = VisibleText.Quote(redact(said));
        return new TokenRefusedException(error, said.Length == 0 ? $"HTTP {answer.Status}" : said);
    }

    private BacklogException Invalid(int status, string what) =>
        new(BacklogErrorKind.AnswerInvalid, Message.Of(Messages.AnswerInvalid, Address.Name, Request, what))
        {
            NextStep = Messages.AnswerInvalidNext,
            Space = Address.Name,
            StatusCode = status,
        };
}
