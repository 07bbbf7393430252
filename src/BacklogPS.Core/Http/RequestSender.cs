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
/// Sends a request once: stamps the credential, limits the time, and reads the answer whole or hands it to the request's
/// sink.
/// </summary>
internal sealed class RequestSender
{
    // What drips is bounded too: an upload gets its time by the one, a download has to bring the other while it may pause.
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

    /// <summary>Sends it; whatever the space answers is an answer.</summary>
    /// <exception cref="BacklogException">No answer, or one that cannot be taken.</exception>
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

    private static string Describe(HttpMethod method, Uri uri, Answer answer, long milliseconds) =>
        answer.RateLimit is { } limit
            ? Message.Of(Messages.VerboseAnswerLimit, method, uri, answer.Status, milliseconds, limit.Remaining, limit.Limit)
            : Message.Of(Messages.VerboseAnswer, method, uri, answer.Status, milliseconds);
}
