using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Transport;
using Newtonsoft.Json;

namespace BacklogPS.Http;

/// <summary>
/// The one door through which a request leaves: stamps the credential, keeps to one request at a time, limits the time,
/// reads the answer whole, and turns every failure into a <see cref="BacklogException"/>.
/// </summary>
internal sealed class BacklogHttp
{
    // What drips is bounded too: an upload gets its time by the one, a download has to bring the other while it may pause.
    private const long SlowestUpload = 32 * 1024;
    private const long DownloadPiece = 16 * 1024;

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

    /// <summary>Whether whatever would change something is refused before it is sent.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The lists that names are looked up in, shared by all calls of this user to this space.</summary>
    public LookupCache Lookups => transport.LookupsOf(credential);

    /// <summary>How often this process wrote to the space.</summary>
    public long Writes => transport.Writes;

    /// <summary>Asks for one object.</summary>
    public Task<T> GetAsync<T>(ApiPath path, Query? query, CancellationToken cancel) =>
        ExchangeAsync(ApiRequest.Get(path, query), answer => transport.Json.ReadObject<T>(answer.Body), cancel);

    /// <summary>Sends a write; null if the response is empty. The verbs are in <see cref="Writing"/>.</summary>
    public Task<T?> SendAsync<T>(ApiRequest request, CancellationToken cancel)
        where T : class =>
        WriteAsync(request, body => transport.Json.ReadObject<T>(body), cancel);

    /// <summary>The same where the answer is a list.</summary>
    public Task<IReadOnlyList<T>?> SendListAsync<T>(ApiRequest request, CancellationToken cancel) =>
        WriteAsync<IReadOnlyList<T>>(request, body => transport.Json.ReadArray<T>(body).ToList(), cancel);

    /// <summary>
    /// Sends any request, and gives its answer as plain values: strings, numbers, booleans, null, arrays of these and
    /// dictionaries of these; null if the response is empty.
    /// </summary>
    public Task<object?> SendRawAsync(ApiRequest request, CancellationToken cancel) =>
        ExchangeAsync(request, answer => ReadRaw(request, answer), cancel);

    /// <summary>Asks for a list that the API gives whole.</summary>
    public async Task<IReadOnlyList<T>> GetListAsync<T>(ApiPath path, Query? query, CancellationToken cancel) =>
        (await GetPageAsync<T>(ApiRequest.Get(path, query), cancel).ConfigureAwait(false)).Items;

    /// <summary>Asks for a page of a list. For whole lists see <see cref="Paging"/>.</summary>
    public Task<Page<T>> GetPageAsync<T>(ApiRequest request, CancellationToken cancel) => ExchangeAsync(
        request,
        answer => new Page<T>(transport.Json.ReadArray<T>(answer.Body).ToList(), RetryPolicy.PaceOf(answer.RateLimit, answer.UntilReset), answer.Date),
        cancel);

    /// <summary>
    /// Asks for a page while the pipeline works on the one before. Null if that takes the vault, which only the
    /// foreground may touch: then the page is asked for again when it is needed.
    /// </summary>
    public async Task<Page<T>?> TryGetPageAheadAsync<T>(ApiRequest request, TimeSpan pace, CancellationToken cancel)
    {
        await PaceAsync(pace, cancel).ConfigureAwait(false);
        if (!credential.IsReady)
        {
            return null;
        }

        try
        {
            return await GetPageAsync<T>(request with { IsAhead = true }, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.AuthenticationFailed)
        {
            return null;
        }
    }

    /// <summary>Asks for a file, whose bytes go to the request's sink; a try that breaks off starts over from the first byte.</summary>
    /// <param name="path">The file.</param>
    /// <param name="leastLength">How many bytes it has at least: an answer with fewer broke off, whatever it says itself.</param>
    /// <param name="sink">Takes the bytes.</param>
    /// <param name="cancel">Cancels the download.</param>
    public Task DownloadAsync(ApiPath path, long leastLength, IDownloadSink sink, CancellationToken cancel) =>
        ExchangeAsync(ApiRequest.Get(path) with { Sink = sink, LeastLength = leastLength }, answer => answer, cancel);

    /// <summary>Uploads a file, showing how far it is. Sent again, it does no harm: see <see cref="Resources.Uploads"/>.</summary>
    public async Task<T?> UploadAsync<T>(ApiPath path, string file, CancellationToken cancel)
        where T : class
    {
        var meter = new ProgressMeter(caller, Message.Of(Messages.ProgressUpload, Path.GetFileName(file)));
        try
        {
            var body = RequestBody.OfFile(file, (sent, all) => meter.Report(() => Message.Of(Messages.ProgressBytesOf, sent / 1048576d, all / 1048576d), sent, all));
            return await SendAsync<T>(new ApiRequest(HttpMethod.Post, path) { Body = body, MayRepeat = true, ShowsItself = true }, cancel).ConfigureAwait(false);
        }
        finally
        {
            meter.Done();
        }
    }

    private async Task<T?> WriteAsync<T>(ApiRequest request, Func<Stream, T> read, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await ExchangeAsync(request, answer => answer.Body.Length == 0 ? null : read(answer.Body), cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Tries > 1 && error.Kind == BacklogErrorKind.NotFound && request.Method == HttpMethod.Delete)
        {
            // A try before removed it, though its answer did not arrive.
            return null;
        }
    }

    /// <summary>Pauses, so that many requests come through on what is left of the limit rather than running into it.</summary>
    private async Task PaceAsync(TimeSpan pace, CancellationToken cancel)
    {
        if (pace > TimeSpan.Zero && caller.WaitsForRateLimit)
        {
            caller.Verbose(Message.Of(Messages.VerbosePacing, Address.Name, pace.TotalSeconds));
            await Waiting.ForAsync(pace, Message.Of(Messages.ProgressPacing, Address.Name), caller, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends a request until its answer has been read or it is clear that it will not be: see <see cref="RetryPolicy"/>.
    /// </summary>
    private async Task<T> ExchangeAsync<T>(ApiRequest request, Func<Answer, T> read, CancellationToken cancel)
    {
        if (IsReadOnly && !request.IsSafe)
        {
            throw new BacklogException(BacklogErrorKind.SpaceReadOnly, Message.Of(Messages.SpaceReadOnly, Address.Name, request))
            {
                NextStep = Messages.SpaceReadOnlyNext,
                Space = Address.Name,
                Target = Address.Name,
            };
        }

        var waits = 0;
        var time = new CallTime(transport.CallTimeout);
        if (!request.IsSafe)
        {
            await PaceAsync(transport.PaceOf(credential).Left, cancel).ConfigureAwait(false);
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await SendInTurnAsync(request, time, cancel).ConfigureAwait(false);

                // Here, for an answer may be cut off without anything but its JSON showing it.
                return Parse(request, answer, read);
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.RateLimited && caller.WaitsForRateLimit && waits < RetryPolicy.RateLimitWaits)
            {
                // The request was refused unread, so sending it again is always safe, and this does not count as a failed try.
                waits++;
                tries--;
                var wait = RetryPolicy.RateLimitWait(error.RetryAfter);
                caller.Warning(Message.Of(Messages.RateLimitWaiting, Address.Name, (int)Math.Ceiling(wait.TotalSeconds)));
                await Waiting.ForAsync(wait, Message.Of(Messages.ProgressRateLimit, Address.Name), caller, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (!time.IsOver && RetryPolicy.PauseAfter(error, request, tries, transport.FirstPause) is { } pause)
            {
                caller.Verbose(Message.Of(Messages.VerboseRetry, request, error.Message, pause.TotalSeconds, tries + 1, RetryPolicy.Tries));
                await Task.Delay(pause, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error)
            {
                error.Tries = tries;
                if (RetryPolicy.MayBeDone(error, request))
                {
                    error.MayBeDone = true;
                    error.NextStep = Messages.WriteMayBeDoneNext;
                }

                throw;
            }
        }
    }

    private async Task<Answer> SendInTurnAsync(ApiRequest request, CallTime time, CancellationToken cancel)
    {
        await transport.Gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!request.IsAhead)
            {
                await credential.PrepareAsync(caller, cancel).ConfigureAwait(false);
            }

            var answer = await SendAsync(request, time, cancel).ConfigureAwait(false);
            if (answer.Status == 401
                && !request.IsAhead
                && await credential.TryRecoverAsync(caller, answer, cancel).ConfigureAwait(false))
            {
                answer = await SendAsync(request, time, cancel).ConfigureAwait(false);
            }

            if (answer.IsSuccess && !answer.IsHtml)
            {
                credential.Accepted();
            }

            if (!request.IsSafe)
            {
                transport.PaceOf(credential).Set(RetryPolicy.PaceOf(answer.RateLimit, answer.UntilReset));
            }

            return answer.IsSuccess ? answer : throw AnswerErrors.Read(answer, Address, request.ToString(), credential.Redact, credential.RefusedNext(Address));
        }
        finally
        {
            if (!request.IsSafe)
            {
                // Whether or not it succeeded or was answered at all.
                transport.Wrote(request.Path);
            }

            transport.Gate.Release();
        }
    }

    private async Task<Answer> SendAsync(ApiRequest request, CallTime time, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var headersArrived = false;
        using var message = request.ToMessage(Address);
        var uri = message.RequestUri!;
        credential.Stamp(message);
        var network = NetworkClient.Current;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var upload = TimeSpan.FromSeconds((message.Content?.Headers.ContentLength ?? 0) / (double)SlowestUpload);
        time.Extend(upload);
        time.Start();
        var limit = time.AtMost(transport.AnswerTimeout + upload);
        deadline.CancelAfter(limit);
        using var display = request.ShowsItself ? null : Waiting.Show(
            transport.ShownAfter,
            Message.Of(Messages.ProgressWaiting, Address.Name),
            seconds => Message.Of(Messages.ProgressWaitingStatus, request, seconds),
            caller);
        try
        {
            using var response = await network.Http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            headersArrived = true;
            limit = transport.BodyIdleTimeout;
            // On .NET Framework, reading ignores its cancellation token, but disposing the response ends it.
            using var stop = deadline.Token.Register(response.Dispose);
            var body = new MemoryStream();
            if (request.Sink is { } sink && response.IsSuccessStatusCode)
            {
                // From here on it has a display of its own, and the time that it takes.
                display?.Dispose();
                time.Stop();
                await DownloadBodyAsync(request, response, sink, deadline, limit).ConfigureAwait(false);
            }
            else
            {
                await ReadBodyAsync(
                    response,
                    (buffer, read) =>
                    {
                        body.Write(buffer, 0, read);
                        return body.Length <= transport.LargestAnswer ? Task.CompletedTask : throw TooLarge(request, response);
                    },
                    () => deadline.CancelAfter(time.AtMost(limit)),
                    1,
                    deadline.Token).ConfigureAwait(false);
                body.Position = 0;
            }

            var answer = new Answer(response, body) { Proxy = uri.Scheme == Uri.UriSchemeHttp ? network.RouteTo(uri) : null };
            caller.Verbose(Describe(request.Method, uri, answer, watch.ElapsedMilliseconds));
            return answer;
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or InvalidDataException or ObjectDisposedException)
        {
            // Stopping wins over whatever the stopped layers threw.
            cancel.ThrowIfCancellationRequested();
            for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
            {
                if (inner is BacklogException own)
                {
                    // What our own content threw, not the network.
                    throw own;
                }
            }

            var failure = deadline.IsCancellationRequested
                ? TransportErrors.TimedOut(Address, request.ToString(), time.IsOver ? transport.CallTimeout : limit)
                : TransportErrors.Read(error, Address, request.ToString(), headersArrived, network.RouteTo(uri), credential.Redact);
            caller.Verbose(Message.Of(Messages.VerboseFailed, request.Method, uri, failure.Kind, watch.ElapsedMilliseconds));
            throw failure;
        }
        finally
        {
            time.Stop();
        }
    }

    private BacklogException TooLarge(ApiRequest request, HttpResponseMessage response) =>
        new(BacklogErrorKind.AnswerTooLarge, Message.Of(Messages.AnswerTooLarge, Address.Name, request, transport.LargestAnswer / 1048576))
        {
            NextStep = Messages.AnswerTooLargeNext,
            Space = Address.Name,
            StatusCode = (int)response.StatusCode,
        };

    private async Task DownloadBodyAsync(
        ApiRequest request, HttpResponseMessage response, IDownloadSink sink, CancellationTokenSource deadline, TimeSpan limit)
    {
        var head = DownloadHead.Of(response);
        if (head.FileName is null && response.Content?.Headers.ContentType?.MediaType is "text/html")
        {
            // Backlog names the files it gives; a nameless page is a proxy's or a sign-in's, and no file to keep.
            throw new BacklogException(BacklogErrorKind.AnswerNotJson, Message.Of(Messages.DownloadIsPage, Address.Name, request, (int)response.StatusCode))
            {
                NextStep = Messages.WrongHostNext,
                Space = Address.Name,
                StatusCode = (int)response.StatusCode,
            };
        }

        if (request.LeastLength is not null && response.StatusCode == HttpStatusCode.NoContent)
        {
            throw new IOException("HTTP 204");
        }

        sink.Begin(head);
        var meter = new ProgressMeter(caller, Message.Of(Messages.ProgressDownload, head.FileName ?? request.Path.ToString()));
        try
        {
            long got = 0;
            await ReadBodyAsync(
                response,
                async (buffer, read) =>
                {
                    await sink.WriteAsync(buffer, read, deadline.Token).ConfigureAwait(false);
                    got += read;
                    meter.Report(() => head.Describe(got), got, head.Length);
                },
                () => deadline.CancelAfter(limit),
                DownloadPiece,
                deadline.Token).ConfigureAwait(false);

            // .NET Framework takes a connection's early end for the body's, and what a proxy cut short comes with a length
            // that fits.
            var whole = Math.Max(head.Length ?? 0, request.LeastLength ?? 0);
            if (got < whole)
            {
                throw new IOException(Message.Of(Messages.BytesMissing, got, whole));
            }
        }
        finally
        {
            meter.Done();
        }
    }

    /// <param name="response">The answer.</param>
    /// <param name="take">Takes what has come.</param>
    /// <param name="renew">Puts the deadline off.</param>
    /// <param name="piece">How many bytes are worth that.</param>
    /// <param name="stop">The deadline.</param>
    private async Task ReadBodyAsync(
        HttpResponseMessage response, Func<byte[], int, Task> take, Action renew, long piece, CancellationToken stop)
    {
        if (response.Content is null)
        {
            return;
        }

        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = transport.Buffer;
        var since = piece;
        while (true)
        {
            if (since >= piece)
            {
                renew();
                since = 0;
            }

            var read = await stream.ReadAsync(buffer, 0, buffer.Length, stop).ConfigureAwait(false);
            since += read;
            if (read == 0)
            {
                return;
            }

            await take(buffer, read).ConfigureAwait(false);
        }
    }

    private object? ReadRaw(ApiRequest request, Answer answer)
    {
        if (answer.Body.Length == 0)
        {
            return null;
        }

        if (!answer.IsHtml && answer.MediaType is { } type && !type.Contains("json"))
        {
            throw new BacklogException(BacklogErrorKind.AnswerNotJson, Message.Of(Messages.AnswerIsFile, Address.Name, request, credential.Redact(type)))
            {
                NextStep = Messages.AnswerIsFileNext,
                Space = Address.Name,
                StatusCode = answer.Status,
            };
        }

        return transport.Json.ReadPlain(answer.Body);
    }

    private T Parse<T>(ApiRequest request, Answer answer, Func<Answer, T> read)
    {
        try
        {
            return read(answer);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw AnswerErrors.ReadUnreadable(answer, error, Address, request.ToString(), credential.Redact);
        }
    }

    private static string Describe(HttpMethod method, Uri uri, Answer answer, long milliseconds) =>
        answer.RateLimit is { } limit
            ? Message.Of(Messages.VerboseAnswerLimit, method, uri, answer.Status, milliseconds, limit.Remaining, limit.Limit)
            : Message.Of(Messages.VerboseAnswer, method, uri, answer.Status, milliseconds);
}
