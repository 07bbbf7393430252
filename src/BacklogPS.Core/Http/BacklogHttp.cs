using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Transport;
using Newtonsoft.Json;

namespace BacklogPS.Http;

/// <summary>
/// The single entry point to a space's API. Sends one request at a time, retries where that is safe, and reports every
/// failure as a <see cref="BacklogException"/>. <see cref="RequestSender"/> does a single try.
/// </summary>
internal sealed class BacklogHttp
{
    private readonly SpaceTransport transport;
    private readonly Credential credential;
    private readonly ICaller caller;
    private readonly RequestSender sender;

    public BacklogHttp(SpaceTransport transport, Credential credential, ICaller caller)
    {
        this.transport = transport;
        this.credential = credential;
        this.caller = caller;
        sender = new RequestSender(transport, credential, caller);
    }

    public SpaceAddress Address => transport.Address;

    /// <summary>Whether writes are refused before they are sent.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The cached lists for name look-ups, shared by all calls of this user to this space.</summary>
    public LookupCache Lookups => transport.LookupsOf(credential);

    /// <summary>How many times this process has written to the space.</summary>
    public long Writes => transport.Writes;

    /// <summary>Gets one object.</summary>
    public Task<T> GetAsync<T>(ApiPath path, Query? query, CancellationToken cancel) =>
        ExchangeAsync(ApiRequest.Get(path, query), answer => transport.Json.ReadObject<T>(answer.Body), cancel);

    /// <summary>Sends a write; null if the response is empty. The verbs are in <see cref="Writing"/>.</summary>
    public Task<T?> SendAsync<T>(ApiRequest request, CancellationToken cancel)
        where T : class =>
        WriteAsync(request, body => transport.Json.ReadObject<T>(body), cancel);

    /// <summary>Sends a write whose response is a list.</summary>
    public Task<IReadOnlyList<T>?> SendListAsync<T>(ApiRequest request, CancellationToken cancel) =>
        WriteAsync<IReadOnlyList<T>>(request, body => transport.Json.ReadArray<T>(body).ToList(), cancel);

    /// <summary>
    /// Sends any request and returns the response as plain values: strings, numbers, booleans, null, arrays of these
    /// and dictionaries of these; null if the response is empty.
    /// </summary>
    public Task<object?> SendRawAsync(ApiRequest request, CancellationToken cancel) =>
        ExchangeAsync(request, answer => ReadRaw(request, answer), cancel);

    /// <summary>Gets a list that the API returns in full.</summary>
    public async Task<IReadOnlyList<T>> GetListAsync<T>(ApiPath path, Query? query, CancellationToken cancel) =>
        (await GetPageAsync<T>(ApiRequest.Get(path, query), cancel).ConfigureAwait(false)).Items;

    /// <summary>Gets one page of a list. For whole lists see <see cref="Paging"/>.</summary>
    public Task<Page<T>> GetPageAsync<T>(ApiRequest request, CancellationToken cancel) => ExchangeAsync(
        request,
        answer => new Page<T>(transport.Json.ReadArray<T>(answer.Body).ToList(), RetryPolicy.PaceOf(answer.RateLimit, answer.UntilReset), answer.Date),
        cancel);

    /// <summary>
    /// Gets a page while the pipeline is busy with the previous one. Returns null if this needs the vault, which only
    /// foreground requests may use; the page is then requested when it is needed.
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

    /// <summary>
    /// Downloads a file to the request's sink. If a try is interrupted, the next one starts over from the first byte.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="leastLength">
    /// The minimum size of the file in bytes. A shorter response was cut off, whatever its Content-Length says.
    /// </param>
    /// <param name="sink">Receives the bytes.</param>
    /// <param name="cancel">Cancels the download.</param>
    public Task DownloadAsync(ApiPath path, long leastLength, IDownloadSink sink, CancellationToken cancel) =>
        ExchangeAsync(ApiRequest.Get(path) with { Sink = sink, LeastLength = leastLength }, answer => answer, cancel);

    /// <summary>
    /// Uploads a file and shows the progress. Uploading twice does no harm: see <see cref="Resources.Uploads"/>.
    /// </summary>
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
            // An earlier try removed the object, but its response was lost.
            return null;
        }
    }

    /// <summary>Pauses so that a long series of requests stays within what is left of the rate limit.</summary>
    private async Task PaceAsync(TimeSpan pace, CancellationToken cancel)
    {
        if (pace > TimeSpan.Zero && caller.WaitsForRateLimit)
        {
            caller.Verbose(Message.Of(Messages.VerbosePacing, Address.Name, pace.TotalSeconds));
            await Waiting.ForAsync(pace, Message.Of(Messages.ProgressPacing, Address.Name), caller, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request until its response has been read or <see cref="RetryPolicy"/> gives up.</summary>
    private async Task<T> ExchangeAsync<T>(ApiRequest request, Func<Answer, T> read, CancellationToken cancel)
    {
        if (IsReadOnly && !request.IsSafe)
        {
            throw new BacklogException(BacklogErrorKind.SpaceReadOnly, Message.Of(Messages.SpaceReadOnly, Address.Name))
            {
                NextStep = Message.Of(CallerText.SpaceReadOnlyNext),
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

                // Parse inside the retry loop, because sometimes only the JSON shows that a response was cut off.
                return Parse(request, answer, read);
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.RateLimited && caller.WaitsForRateLimit && waits < RetryPolicy.RateLimitWaits)
            {
                // A 429 means that nothing was processed, so sending the request again is always safe, and this does
                // not count as a failed try.
                waits++;
                tries--;
                var wait = RetryPolicy.RateLimitWait(error.RetryAfter);
                caller.Warning(Message.Of(CallerText.RateLimitWaiting.Or(Messages.RateLimitWaiting), Address.Name, (int)Math.Ceiling(wait.TotalSeconds)));
                await Waiting.ForAsync(wait, Message.Of(Messages.ProgressRateLimit, Address.Name), caller, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (!time.IsOver && RetryPolicy.PauseAfter(error, request, tries, transport.FirstPause) is { } pause)
            {
                caller.Verbose(Message.Of(Messages.VerboseRetry, request, error.Message, pause.TotalSeconds, tries + 1, RetryPolicy.TriesAfter(error)));
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

            var answer = await sender.SendAsync(request, time, cancel).ConfigureAwait(false);
            if (answer.Status == 401
                && !request.IsAhead
                && await credential.TryRecoverAsync(caller, answer, cancel).ConfigureAwait(false))
            {
                answer = await sender.SendAsync(request, time, cancel).ConfigureAwait(false);
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
                // Even if the write failed or got no response, it may have changed something.
                transport.Wrote(request.Path);
            }

            transport.Gate.Release();
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
                NextStep = Message.Of(CallerText.AnswerIsFileNext),
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
}
