using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using BacklogPS.Transport;

namespace BacklogPS.Core.Tests.Support;

/// <summary>Responds to each request with exact bytes, even invalid ones, and closes the connection.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]> answer;

    /// <param name="answer">Creates the response from the head of the request.</param>
    public RawServer(Func<string, byte[]> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = ServeAsync();
    }

    public RawServer(Func<string, string> answer)
        : this(head => Encoding.UTF8.GetBytes(answer(head)))
    {
    }

    public SpaceAddress Address => SpaceAddress.Parse("http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port);

    /// <summary>The heads of the requests, oldest first.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>A complete response.</summary>
    public static byte[] Answer(string status, string headers, byte[] body) =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public static byte[] Answer(string status, string headers, string body) => Answer(status, headers, Encoding.UTF8.GetBytes(body));

    public static byte[] Json(string body) => Answer("200 OK", "Content-Type: application/json;charset=utf-8\r\n", body);

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                {
                    return;
                }

                head.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }

            Requests.Enqueue(head.ToString());
            await stream.WriteAsync(answer(head.ToString()));
        }
    }
}
