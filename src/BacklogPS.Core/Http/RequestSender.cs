using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>
/// Sends a request once: stamps the credential, limits the time, and reads the whole response or streams it to the
/// request's sink.
/// </summary>
internal sealed class RequestSender
{
    // Even very slow transfers end: the time for an upload follows from a minimum rate, and a download must bring a
    // minimum of bytes within each idle timeout.
    private const long SlowestUpload = 32 * 1024;
    private const long DownloadPiece = 16 * 1024;

    private readonly SpaceTransport transport;
    private readonly Credential credential;
    private readonly ICaller caller;

    public RequestSender(SpaceTransport transport, Credential credential, ICaller caller)
    {
        this.transport = transport;
        this.credential = credential;
        this.caller = caller;
    }

    private SpaceAddress Address => transport.Address;

    /// <summary>Sends the request. An error status is returned as a response too.</summary>
    /// <exception cref="BacklogException">There was no response, or it cannot be used.</exception>
    public async Task<Answer> SendAsync(ApiRequest request, CallTime time, CancellationToken cancel)
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
                // From here on the download shows its own progress, and its time does not count against the call.
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
            // If the call was cancelled, report that instead of what the aborted layers threw.
            cancel.ThrowIfCancellationRequested();
            for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
            {
                if (inner is BacklogException own)
                {
                    // Thrown by our own content, so it is not a network error.
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
            NextStep = Message.Of(CallerText.AnswerTooLargeNext),
            Space = Address.Name,
            StatusCode = (int)response.StatusCode,
        };

    private async Task DownloadBodyAsync(
        ApiRequest request, HttpResponseMessage response, IDownloadSink sink, CancellationTokenSource deadline, TimeSpan limit)
    {
        var head = DownloadHead.Of(response);
        if (head.FileName is null && response.Content?.Headers.ContentType?.MediaType is "text/html")
        {
            // Backlog always names the files that it sends. A page without a name comes from a proxy or a sign-in page.
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

            // .NET Framework treats a closed connection as the end of the body, and a proxy that truncates a file may
            // send a matching Content-Length.
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

    /// <param name="response">The response.</param>
    /// <param name="take">Receives each chunk.</param>
    /// <param name="renew">Extends the deadline.</param>
    /// <param name="piece">How many bytes must arrive before the deadline is extended.</param>
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

    private static string Describe(HttpMethod method, Uri uri, Answer answer, long milliseconds) =>
        answer.RateLimit is { } limit
            ? Message.Of(Messages.VerboseAnswerLimit, method, uri, answer.Status, milliseconds, limit.Remaining, limit.Limit)
            : Message.Of(Messages.VerboseAnswer, method, uri, answer.Status, milliseconds);
}
