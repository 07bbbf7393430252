using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.OAuth;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

public sealed class LoopbackListenerTests : IDisposable
{
    private const string State = "the-state-of-this-attempt-0123456789abcdefgh";
    private static readonly SpaceAddress Space = SpaceAddress.Parse("demo.backlog.com");

    private readonly int port;
    private readonly AuthorizationRequest request;
    private readonly LoopbackListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Task<AuthorizationAnswer> waiting;

    public LoopbackListenerTests()
    {
        port = LoopbackBrowser.FreePort();
        request = new AuthorizationRequest(Space, "client", port, State);
        listener = LoopbackListener.Start(port);
        waiting = listener.WaitAsync(request, TimeSpan.FromMinutes(2), stop.Token);
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    [Fact]
    public async Task The_code_that_comes_with_the_right_state_ends_the_wait()
    {
        var answer = await LoopbackBrowser.GetAsync(port, $"/callback?code=a%2Bb+c&state={State}");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Equal("a+b c", (await waiting).Code);
    }

    [Fact]
    public async Task The_page_gives_nothing_away()
    {
        var answer = await LoopbackBrowser.GetAsync(port, $"/callback?code=CanaryCode&state={State}&more=CanaryMore");
        var (head, page) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);

        Assert.Contains("Content-Type: text/html; charset=utf-8", head, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", head, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", head, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", head, StringComparison.Ordinal);
        Assert.Contains("Connection: close", head, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);
        Assert.DoesNotContain(State, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href|action|url\\()", page);

        var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", head, StringComparison.Ordinal);
        Assert.Contains("PowerShell に戻って", page, StringComparison.Ordinal);
        Assert.Contains("go back to PowerShell", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code=other&state=another-attempt")]
    [InlineData("code=other&state=")]
    [InlineData("code=other")]
    [InlineData("state=" + State)]
    [InlineData("code=&state=" + State)]
    [InlineData("code=other&state=" + State + "x")]
    [InlineData("code=other&code=two&state=" + State)]
    [InlineData("code=other&state=" + State + "&state=" + State)]
    [InlineData("code=other&error=access_denied&state=" + State)]
    [InlineData("code=other&error=&state=" + State)]
    [InlineData("error=access_denied")]
    [InlineData("error=access_denied&state=another-attempt")]
    [InlineData("error=access_denied&error=other&state=" + State)]
    public async Task What_is_no_answer_to_this_attempt_gets_a_page_and_the_wait_goes_on(string query)
    {
        var answer = await LoopbackBrowser.GetAsync(port, "/callback?" + query);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("still waiting", answer, StringComparison.Ordinal);
        await AssertStillWaitsAsync();
    }

    [Fact]
    public async Task A_code_of_absurd_length_is_no_answer()
    {
        var answer = await LoopbackBrowser.GetAsync(port, $"/callback?code={new string('a', 3000)}&state={State}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        await AssertStillWaitsAsync();
    }

    [Theory]
    [InlineData("GET /favicon.ico HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /callback/?code=x HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /callbackx HTTP/1.1\r\n\r\n", "404")]
    [InlineData("OPTIONS /callback HTTP/1.1\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Private-Network: true\r\n\r\n", "405")]
    [InlineData("HEAD /callback HTTP/1.1\r\n\r\n", "405")]
    [InlineData("POST /callback HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", "405")]
    public async Task Other_requests_are_answered_and_allowed_nothing(string text, string status)
    {
        var answer = await LoopbackBrowser.SendAsync(port, text);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer, StringComparison.Ordinal);
        await AssertStillWaitsAsync();
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001\u0002 tls hello\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET http://127.0.0.1/callback HTTP/1.1\r\n\r\n")]
    [InlineData("GET /callback HTTP/2\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task What_is_no_request_is_hung_up_on(string text)
    {
        Assert.Empty(await LoopbackBrowser.SendAsync(port, text));
        await AssertStillWaitsAsync();
    }

    [Fact]
    public async Task What_is_too_long_is_hung_up_on()
    {
        Assert.Empty(await LoopbackBrowser.SendAsync(port, "GET /callback?" + new string('a', 20_000)));
        Assert.Empty(await LoopbackBrowser.SendAsync(port, "GET /callback HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("A: " + new string('b', 1000) + "\r\n", 80))));
        await AssertStillWaitsAsync();
    }

    [Fact]
    public async Task Idle_connections_and_hang_ups_keep_nobody_out()
    {
        var idle = new List<TcpClient>();
        for (var i = 0; i < 100; i++)
        {
            idle.Add(await LoopbackBrowser.ConnectAsync(port));
        }

        // Half a request, followed by a reset.
        await idle[99].GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /call"));
        idle[99].Client.LingerState = new LingerOption(true, 0);
        idle[99].Dispose();

        await LoopbackBrowser.GetAsync(port, $"/callback?code=right&state={State}");

        Assert.Equal("right", (await waiting).Code);
        idle.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task A_request_that_comes_in_pieces_is_understood()
    {
        using var client = await LoopbackBrowser.ConnectAsync(port);
        client.NoDelay = true;
        foreach (var piece in new[] { "G", "ET /callback?code=rig", $"ht&state={State} HT", "TP/1.1\r\nHost: x\r", "\n\r" })
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(piece));
        }

        var answer = await LoopbackBrowser.SendAsync(client, "\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Equal("right", (await waiting).Code);
    }

    [Fact]
    public async Task Of_two_right_answers_the_first_counts()
    {
        // Both requests arrive before either is read to its end.
        using var one = await LoopbackBrowser.ConnectAsync(port);
        using var two = await LoopbackBrowser.ConnectAsync(port);
        var answers = await Task.WhenAll(
            LoopbackBrowser.SendAsync(one, $"GET /callback?code=one&state={State} HTTP/1.1\r\n\r\n"),
            LoopbackBrowser.SendAsync(two, $"GET /callback?code=two&state={State} HTTP/1.1\r\n\r\n"));

        var taken = (await waiting).Code;
        Assert.Single(answers, a => a.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal));
        Assert.StartsWith("HTTP/1.1 200 ", answers[taken == "one" ? 0 : 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_denied", "access_denied")]
    [InlineData("server_error", "server_error")]
    [InlineData("%1b%5b2Jbad%20%3Cb%3E", "2Jbadb")]
    public async Task An_error_with_the_right_state_ends_the_wait(string sent, string read)
    {
        var page = await LoopbackBrowser.GetAsync(port, $"/callback?error={sent}&error_description=CanaryText&state={State}");

        var answer = await waiting;
        Assert.Null(answer.Code);
        Assert.Equal(read, answer.Error);
        Assert.Contains("Nothing was connected", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_the_port_is_free()
    {
        using var idle = await LoopbackBrowser.ConnectAsync(port);
        await LoopbackBrowser.GetAsync(port, $"/callback?code=right&state={State}");
        await waiting;

        AssertIsFree();
    }

    [Fact]
    public async Task Stopping_ends_the_wait_and_frees_the_port()
    {
        using var idle = await LoopbackBrowser.ConnectAsync(port);
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        AssertIsFree();
    }

    [Fact]
    public async Task When_nobody_comes_in_time_the_wait_ends_and_the_port_is_free()
    {
        var otherPort = LoopbackBrowser.FreePort();
        using var other = LoopbackListener.Start(otherPort);
        var error = await Assert.ThrowsAsync<BacklogException>(() => other.WaitAsync(
            new AuthorizationRequest(Space, "client", otherPort), TimeSpan.FromMilliseconds(50), CancellationToken.None));

        Assert.Equal(BacklogErrorKind.OAuthTimedOut, error.Kind);
        Assert.Contains("-TimeoutSeconds", error.NextStep, StringComparison.Ordinal);
        LoopbackListener.Start(otherPort).Dispose();
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        var error = Assert.Throws<BacklogException>(() => LoopbackListener.Start(port));

        Assert.Equal(BacklogErrorKind.OAuthPortInUse, error.Kind);
        Assert.Contains(port.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Contains("-Port", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_this_machine_is_listened_to()
    {
        // All of 127.0.0.0/8 is this machine, so a listener on all addresses would respond here too.
        using var elsewhere = new TcpClient();
        Assert.ThrowsAny<SocketException>(() => elsewhere.Connect(IPAddress.Parse("127.0.0.2"), port));
    }

    private async Task AssertStillWaitsAsync()
    {
        Assert.False(waiting.IsCompleted);
        await LoopbackBrowser.GetAsync(port, $"/callback?code=right&state={State}");
        Assert.Equal("right", (await waiting).Code);
    }

    // Binds like a program that wants the port exclusively.
    private void AssertIsFree()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        socket.Listen();
    }
}
