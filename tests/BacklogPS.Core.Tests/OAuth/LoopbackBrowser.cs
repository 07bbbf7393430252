using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace BacklogPS.Core.Tests.OAuth;

/// <summary>Imitates a browser, or something worse, at the port of a sign-in by sending raw bytes.</summary>
internal static class LoopbackBrowser
{
    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    public static Task<string> GetAsync(int port, string target) =>
        SendAsync(port, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n\r\n");

    /// <summary>The whole response as text; empty if the other side closed the connection without one.</summary>
    public static async Task<string> SendAsync(int port, string request)
    {
        using var client = await ConnectAsync(port);
        return await SendAsync(client, request);
    }

    public static async Task<string> SendAsync(TcpClient client, string request)
    {
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            var buffer = new byte[4096];
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
            {
                answer.Write(buffer, 0, read);
                if (IsWhole(answer))
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // The connection was cut, so what has arrived so far is the response.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    // Browsers close the connection once Content-Length bytes have arrived.
    private static bool IsWhole(MemoryStream answer)
    {
        var text = Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var at = text.IndexOf("Content-Length: ", StringComparison.Ordinal);
        return end >= 0 && at >= 0 && answer.Length >= end + 4 + int.Parse(text[(at + 16)..text.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
