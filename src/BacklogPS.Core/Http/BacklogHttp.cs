using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Credentials;
using Newtonsoft.Json;

namespace BacklogPS.Http;

/// <summary>
/// The one door through which a request leaves: stamps the credential, keeps to one request at a time, limits the time,
/// reads the answer whole, and turns every failure into a <see cref="BacklogException"/>.
/// </summary>
internal sealed class BacklogHttp
{
    /// <summary>How long a space may take to begin its answer.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(100);

    /// <summary>How long the body may make no progress.</summary>
    public static readonly TimeSpan BodyIdleTimeout = TimeSpan.FromSeconds(60);

    private readonly SpaceTransport transport;
    private readonly Credential credential;
    private readonly ICaller caller;

    public BacklogHttp(SpaceTransport transport, Credential credential, ICaller caller)
    {
        this.transport = transport;
        this.credential = credential;
        this.caller = caller;
    }

    public SpaceAddress Address => transport.Address;

    /// <summary>Asks for one object.</summary>
    public async Task<T> GetAsync<T>(ApiPath path, Query? query, CancellationToken cancel)
    {
        var answer = await ExchangeAsync(HttpMethod.Get, path, query, cancel).ConfigureAwait(false);
        return Parse(path, answer, () => transport.Json.ReadObject<T>(answer.Body));
    }

    /// <summary>Asks for a list that the API gives whole, and hands out its items one by one.</summary>
    public async Task ListAsync<T>(ApiPath path, Query? query, Func<T, Task> emit, CancellationToken cancel)
    {
        var answer = await ExchangeAsync(HttpMethod.Get, path, query, cancel).ConfigureAwait(false);
        using var items = transport.Json.ReadArray<T>(answer.Body).GetEnumerator();
        while (Parse(path, answer, items.MoveNext))
        {
            await emit(items.Current).ConfigureAwait(false);
        }
    }

    private async Task<Answer> ExchangeAsync(HttpMethod method, ApiPath path, Query? query, CancellationToken cancel)
    {
        await transport.Gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await credential.PrepareAsync(caller, cancel).ConfigureAwait(false);
            var answer = await SendAsync(method, path, query, cancel).ConfigureAwait(false);
            if (answer.Status == 401 && await credential.TryRecoverAsync(caller, answer.Challenge, cancel).ConfigureAwait(false))
            {
                answer = await SendAsync(method, path, query, cancel).ConfigureAwait(false);
            }

            if (answer.Status != 401)
            {
                credential.Accepted();
            }

            return answer.IsSuccess
                ? answer
                : throw AnswerErrors.Read(answer, Address, Describe(method, path), credential.Redact);
        }
        finally
        {
            transport.Gate.Release();
        }
    }

    private async Task<Answer> SendAsync(HttpMethod method, ApiPath path, Query? query, CancellationToken cancel)
    {
        var uri = new Uri(Address.BaseUri, "api/v2/" + path + query);
        var watch = Stopwatch.StartNew();
        var headersArrived = false;
        var limit = AnswerTimeout;
        using var request = new HttpRequestMessage(method, uri);
        credential.Stamp(request);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limit);
        try
        {
            using var response = await transport.Client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            headersArrived = true;
            limit = BodyIdleTimeout;
            // On .NET Framework a read does not heed its token; disposing the answer ends it all the same.
            using var stop = deadline.Token.Register(response.Dispose);
            var body = await ReadBodyAsync(response, deadline, limit).ConfigureAwait(false);
            var answer = new Answer(response, body);
            caller.Verbose(Describe(method, uri, answer, watch.ElapsedMilliseconds));
            return answer;
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            // Stopping wins over whatever the stopped layers threw.
            cancel.ThrowIfCancellationRequested();
            var failure = deadline.IsCancellationRequested
                ? TransportErrors.TimedOut(Address, Describe(method, path), limit)
                : TransportErrors.Read(error, Address, Describe(method, path), headersArrived);
            caller.Verbose(Message.Of(Messages.VerboseFailed, method, uri, failure.Kind, watch.ElapsedMilliseconds));
            throw failure;
        }
    }

    private static async Task<MemoryStream> ReadBodyAsync(HttpResponseMessage response, CancellationTokenSource deadline, TimeSpan limit)
    {
        var body = new MemoryStream();
        if (response.Content is null)
        {
            return body;
        }

        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = new byte[81920];
        while (true)
        {
            deadline.CancelAfter(limit);
            var read = await stream.ReadAsync(buffer, 0, buffer.Length, deadline.Token).ConfigureAwait(false);
            if (read == 0)
            {
                body.Position = 0;
                return body;
            }

            body.Write(buffer, 0, read);
        }
    }

    private T Parse<T>(ApiPath path, Answer answer, Func<T> parse)
    {
        var request = Describe(HttpMethod.Get, path);
        try
        {
            return parse();
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidCastException)
        {
            var (kind, text, next) = answer.IsHtml || answer.Body.Length == 0
                ? (BacklogErrorKind.AnswerNotJson, Messages.AnswerNotJson, Messages.WrongHostNext)
                : error is JsonReaderException || (error as JsonSerializationException)?.Message.Contains("Unexpected end") == true
                    ? (BacklogErrorKind.AnswerCutOff, Messages.AnswerCutOff, Messages.AnswerCutOffNext)
                    : (BacklogErrorKind.AnswerInvalid, Messages.AnswerInvalid, Messages.AnswerInvalidNext);
            throw new BacklogException(kind, Message.Of(text, Address.Name, request, error.Message), error)
            {
                NextStep = next,
                Space = Address.Name,
                StatusCode = answer.Status,
            };
        }
    }

    private static string Describe(HttpMethod method, ApiPath path) => $"{method} {path}";

    private static string Describe(HttpMethod method, Uri uri, Answer answer, long milliseconds) =>
        answer.RateLimit is { } limit
            ? Message.Of(Messages.VerboseAnswerLimit, method, uri, answer.Status, milliseconds, limit.Remaining, limit.Limit)
            : Message.Of(Messages.VerboseAnswer, method, uri, answer.Status, milliseconds);
}
