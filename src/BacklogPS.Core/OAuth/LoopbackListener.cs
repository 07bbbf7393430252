using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>
/// Waits on this machine for the browser to return with the response, and tolerates everything else that browsers send:
/// idle connections, requests for icons, preflights, tabs of earlier attempts. It uses a bare socket, because the HTTP
/// service of Windows needs extra permissions and setup.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int MostConnections = 64;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HangUpTimeout = TimeSpan.FromSeconds(0.7);

    private readonly TcpListener listener;
    private readonly CancellationTokenSource closing = new();
    private readonly LinkedList<Socket> open = new();

    private LoopbackListener(TcpListener listener)
    {
        this.listener = listener;
    }

    /// <summary>Opens the port. Call this before opening the browser.</summary>
    /// <exception cref="BacklogException">Another program uses the port, or Windows reserves it.</exception>
    public static LoopbackListener Start(int port)
    {
        // Exclusive: on Windows another program could otherwise listen on the same port and get the code.
        var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return new LoopbackListener(listener);
        }
        catch (SocketException error)
        {
            // Windows says "access denied" for a port in a range that Hyper-V or WinNAT reserved.
            var reserved = error.SocketErrorCode == SocketError.AccessDenied;
            throw new BacklogException(
                reserved ? BacklogErrorKind.OAuthPortReserved : BacklogErrorKind.OAuthPortInUse,
                Message.Of(reserved ? Messages.OAuthPortReserved : Messages.OAuthPortInUse, port, error.Message))
            {
                NextStep = Message.Of(reserved ? CallerText.OAuthPortReservedNext : CallerText.OAuthPortInUseNext, port),
                Target = port,
            };
        }
    }

    /// <summary>Waits for the response to this request. All other requests are answered and do not end the wait.</summary>
    /// <exception cref="BacklogException">No answer came in time.</exception>
    public async Task<AuthorizationAnswer> WaitAsync(AuthorizationRequest request, TimeSpan timeout, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<AuthorizationAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        using var stop = limit.Token.Register(() => answer.TrySetCanceled());
        var accepting = AcceptAsync(new Attempt(request, answer));
        try
        {
            return await answer.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            throw new BacklogException(
                BacklogErrorKind.OAuthTimedOut, Message.Of(Messages.OAuthTimedOut, request.Space.Name, (int)timeout.TotalSeconds))
            {
                NextStep = Message.Of(CallerText.OAuthTimedOutNext),
                Space = request.Space.Name,
            };
        }
        finally
        {
            Dispose();
            await accepting.ConfigureAwait(false);
        }
    }

    /// <summary>Frees the port and closes all connections.</summary>
    public void Dispose()
    {
        closing.Cancel();
        listener.Stop();
        lock (open)
        {
            foreach (var socket in open)
            {
                Abort(socket);
            }

            open.Clear();
        }
    }

    private async Task AcceptAsync(Attempt attempt)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync().ConfigureAwait(false);
                _ = ServeAsync(socket, attempt);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // We closed the listener, or a client was gone before its connection was accepted. Pause briefly in
                // case the error persists.
                if (!closing.IsCancellationRequested)
                {
                    await Task.Delay(50).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task ServeAsync(Socket socket, Attempt attempt)
    {
        try
        {
            Enter(socket);
            using var stream = new NetworkStream(socket, ownsSocket: false);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
            limit.CancelAfter(RequestTimeout);

            // On .NET Framework, reading ignores its cancellation token, but closing the socket ends it.
            using var stop = limit.Token.Register(() => Abort(socket));
            if (await CallbackRequest.ReadAsync(stream, limit.Token).ConfigureAwait(false) is { } request)
            {
                await AnswerAsync(stream, request, attempt, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client hung up or was too slow. Keep waiting for the others.
        }
        finally
        {
            Leave(socket);
        }
    }

    private static async Task AnswerAsync(Stream stream, CallbackRequest request, Attempt attempt, CancellationToken cancel)
    {
        if (request.Path != AuthorizationRequest.CallbackPath)
        {
            await SendAsync(stream, "404 Not Found", "", null, cancel).ConfigureAwait(false);
        }
        else if (request.Method != "GET")
        {
            // This includes preflights: pages of other sites get no permission.
            await SendAsync(stream, "405 Method Not Allowed", "Allow: GET\r\n", null, cancel).ConfigureAwait(false);
        }
        else if (AuthorizationAnswer.Read(request.Query, attempt.Request) is { } answer && attempt.TryDecide())
        {
            try
            {
                await SendAsync(stream, answer.Code is null ? CallbackPage.Refused : CallbackPage.Received, cancel).ConfigureAwait(false);
            }
            finally
            {
                // Complete the attempt even if the browser did not stay to read the page.
                attempt.Answer.TrySetResult(answer);
            }
        }
        else
        {
            await SendAsync(stream, CallbackPage.NotThisAttempt, cancel).ConfigureAwait(false);
        }
    }

    private static Task SendAsync(Stream stream, CallbackPage page, CancellationToken cancel) =>
        SendAsync(stream, page.Status, CallbackPage.Headers, page.Body, cancel);

    private static async Task SendAsync(Stream stream, string status, string headers, byte[]? body, CancellationToken cancel)
    {
        var head = $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body?.Length ?? 0}\r\nConnection: close\r\n\r\n";
        var bytes = Encoding.ASCII.GetBytes(head).Concat(body ?? Array.Empty<byte>()).ToArray();
        await stream.WriteAsync(bytes, 0, bytes.Length, cancel).ConfigureAwait(false);

        // The side that closes first keeps the port busy for a while (TIME_WAIT), so let the browser close first.
        var rest = new byte[4096];
        var hangUp = Task.Run(async () =>
        {
            while (await stream.ReadAsync(rest, 0, rest.Length, cancel).ConfigureAwait(false) > 0)
            {
            }
        });
        await Task.WhenAny(hangUp, Task.Delay(HangUpTimeout, cancel)).ConfigureAwait(false);
        _ = hangUp.ContinueWith(t => t.Exception, TaskContinuationOptions.OnlyOnFaulted);
    }

    private void Enter(Socket socket)
    {
        lock (open)
        {
            if (closing.IsCancellationRequested)
            {
                Abort(socket);
                throw new ObjectDisposedException(nameof(LoopbackListener));
            }

            open.AddLast(socket);
            if (open.Count > MostConnections)
            {
                // Closes the connection that has been idle for longest, so that many open connections cannot keep the browser out.
                Abort(open.First!.Value);
                open.RemoveFirst();
            }
        }
    }

    private void Leave(Socket socket)
    {
        lock (open)
        {
            open.Remove(socket);
        }

        socket.Dispose();
    }

    // Closes without lingering, so that an aborted connection does not keep the port busy.
    private static void Abort(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The socket is already gone.
        }

        socket.Dispose();
    }

    /// <summary>The request being waited for, and its one response.</summary>
    private sealed class Attempt
    {
        private int decided;

        public Attempt(AuthorizationRequest request, TaskCompletionSource<AuthorizationAnswer> answer)
        {
            Request = request;
            Answer = answer;
        }

        public AuthorizationRequest Request { get; }

        public TaskCompletionSource<AuthorizationAnswer> Answer { get; }

        /// <summary>Returns true only to the first caller.</summary>
        public bool TryDecide() => Interlocked.Exchange(ref decided, 1) == 0;
    }
}
