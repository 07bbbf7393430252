using System;
using System.IO;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.OAuth;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.Resources;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>The same on the wire, through the HTTP client and the listener. Sockets are slow, so these run fewer cases.</summary>
public class WireFuzzTests
{
    private const int Limit = 64 * 1024;
    private const int OneOf = 50;

    private static readonly byte[] Bomb = Packed(new byte[16 * Limit]);

    [Fact]
    public void Any_response_is_read_or_refused()
    {
        byte[] next = [];
        using var server = new RawServer(_ => next);
        var transport = new SpaceTransport(server.Address) { LargestAnswer = Limit, FirstPause = TimeSpan.FromMilliseconds(1), AnswerTimeout = TimeSpan.FromSeconds(10) };
        var http = new BacklogHttp(transport, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), new TestCaller());
        Fuzzer.Run(
            hostile => next = Response(hostile, hostile.Any(Recording.All).Changed(hostile)),
            _ => Refusable(() => http.GetListAsync<Issue>(ApiPath.Of("issues"), null, CancellationToken.None)),
            OneOf);
    }

    [Fact]
    public void Any_download_is_saved_or_refused()
    {
        byte[] next = [];
        using var server = new RawServer(_ => next);
        var http = TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header));
        Fuzzer.Run(
            hostile => next = Response(hostile, hostile.Text()),
            _ => Refusable(() => http.DownloadAsync(ApiPath.Of("space", "image"), 1, new Http.DownloadTests.MemorySink(), CancellationToken.None)),
            OneOf);
    }

    [Fact]
    public void Any_response_of_the_token_endpoint_is_read_or_refused_without_its_secrets()
    {
        const string Refresh = "CanaryRefresh0123456789";
        byte[] next = [];
        using var server = new RawServer(_ => next);
        var endpoint = new TokenEndpoint(server.Address);
        string[] samples =
        [
            """{"access_token":"CanaryAccess","token_type":"Bearer","expires_in":3600,"refresh_token":"CanaryNext"}""",
            $$"""{"error":"invalid_grant","error_description":"{{Refresh}}"}""",
        ];
        Fuzzer.Run(
            hostile => next = Response(hostile, hostile.OneIn(3) ? hostile.Json() : hostile.Changed(samples, "\"", "null", "1e9", "{}", ",", "}")),
            _ =>
            {
                try
                {
                    var tokens = endpoint.RefreshAsync(new OAuthClient("id", "CanarySecret"), Refresh, CancellationToken.None).GetAwaiter().GetResult();

                    Assert.InRange(tokens.Lifetime, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(int.MaxValue));
                }
                catch (Exception error) when (error is BacklogException or TokenRefusedException)
                {
                    Assert.DoesNotContain("CanarySecret", error.ToString(), StringComparison.Ordinal);
                    Assert.DoesNotContain(Refresh, error.ToString(), StringComparison.Ordinal);
                }
            },
            OneOf);
    }

    [Fact]
    public async Task Whatever_comes_to_the_listener_the_right_answer_still_ends_the_wait()
    {
        const string State = "the-state-of-this-attempt-0123456789abcdefgh";
        var port = LoopbackBrowser.FreePort();
        var request = new AuthorizationRequest(SpaceAddress.Parse("demo.backlog.com"), "client", port, State);
        using var listener = LoopbackListener.Start(port);
        var waiting = listener.WaitAsync(request, TimeSpan.FromHours(1), CancellationToken.None);
        string[] samples = ["GET /callback?code=other&state=wrong HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "GET /favicon.ico HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001"];
        Fuzzer.Run(
            hostile => hostile.Changed(samples, "\r\n", " ", "code=", "state=", "&"),
            text =>
            {
                using var client = new TcpClient("127.0.0.1", port);
                var stream = client.GetStream();
                try
                {
                    stream.Write(Encoding.UTF8.GetBytes(text));
                    client.Client.Shutdown(SocketShutdown.Send);
                    stream.CopyTo(Stream.Null);
                }
                catch (Exception error) when (error is IOException or SocketException)
                {
                    // The listener hung up.
                }

                Assert.False(waiting.IsCompleted);
            },
            OneOf);

        await LoopbackBrowser.GetAsync(port, $"/callback?code=right&state={State}");
        Assert.Equal("right", (await waiting).Code);
    }

    private static void Refusable(Func<Task> call)
    {
        try
        {
            call().GetAwaiter().GetResult();
        }
        catch (BacklogException error)
        {
            Assert.DoesNotContain(TestSpace.Key, error.ToString(), StringComparison.Ordinal);
        }
    }

    // Sound HTTP with a hostile body, packed in various ways; sometimes hostile HTTP.
    private static byte[] Response(Hostile hostile, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var status = hostile.Any(["200 OK", "200 OK", "200 OK", "200", "201 Created", "204 No Content", "206 Partial Content", "301 x", "400 x", "401 x", "429 x", "503 x", "999 x"]);
        var type = hostile.Any(["Content-Type: application/json\r\n", "Content-Type: text/html\r\n", "Content-Type: x;charset=nonsense\r\n", ""])
            + hostile.Any(["", "", "Content-Disposition: attachment; filename=\"../x\"\r\n", "Retry-After: 99999999999999\r\n", "Set-Cookie: a=b\r\n"]);
        var whole = hostile.Next(8) switch
        {
            0 => RawServer.Answer(status, type + "Content-Encoding: gzip\r\n", Packed(body)),
            1 => RawServer.Answer(status, type + "Content-Encoding: gzip\r\n", hostile.Changed([Packed(body)])),
            2 => RawServer.Answer(status, type + "Content-Encoding: deflate\r\n", body),
            3 => RawServer.Answer(status, type + "Content-Encoding: gzip\r\n", Bomb),
            4 => RawServer.Answer(status, type, new byte[Limit + hostile.Next(2 * Limit)]),
            5 => Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{type}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{hostile.Any(["5", "FFFFFFFFFFFFFFFFF", "-1", "0"])}\r\n{text}"),
            _ => RawServer.Answer(status, type, body),
        };
        return hostile.OneIn(4) ? hostile.Changed([whole]) : whole;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var pack = new MemoryStream();
        using (var gzip = new GZipStream(pack, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return pack.ToArray();
    }
}
