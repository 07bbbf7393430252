using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Requests that get no response, or none in time.</summary>
public class ConnectionErrorTests
{
    private static readonly ApiKeyCredential Credential = new(TestSpace.Key, ApiKeyForm.Header);

    private static async Task<BacklogException> FailAsync(SpaceAddress address)
    {
        var caller = new TestCaller();
        var error = await Assert.ThrowsAsync<BacklogException>(() => TestSpace.Open(address, Credential, caller).MyselfAsync());
        Assert.Equal(address.Name, error.Space);
        Assert.Contains(address.Name, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.NextStep);
        Assert.Null(error.StatusCode);
        Assert.Contains(caller.VerboseLines, l => l.Contains(error.Kind.ToString(), StringComparison.Ordinal));
        return error;
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_the_key_is_sent()
    {
        await using var space = await TestSpace.StartAsync(https: true);

        var error = await FailAsync(space.Address);

        Assert.Equal(BacklogErrorKind.CertificateInvalid, error.Kind);
        Assert.Empty(space.Requests);
    }

    [Fact]
    public async Task A_server_that_speaks_plain_HTTP_where_TLS_is_due_is_no_matter_of_certificates()
    {
        await using var space = await TestSpace.StartAsync();

        var error = await FailAsync(SpaceAddress.Parse("https://127.0.0.1:" + space.Address.BaseUri.Port));

        Assert.Equal(BacklogErrorKind.TlsFailed, error.Kind);
        Assert.Contains("TLS 1.2", error.NextStep, StringComparison.Ordinal);
        Assert.Empty(space.Requests);
    }

    [Fact]
    public async Task Neither_is_a_server_that_speaks_only_an_old_TLS()
    {
        // Such a server sends the alert protocol_version in the only version that it knows.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connections = 0;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                connections++;
                await client.GetStream().ReadAsync(new byte[4096]);
                await client.GetStream().WriteAsync(new byte[] { 0x15, 3, 1, 0, 2, 2, 70 });
                client.Client.Shutdown(SocketShutdown.Send);
                await client.GetStream().ReadAsync(new byte[4096]);
            }
        });

        var error = await FailAsync(SpaceAddress.Parse("https://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port));

        Assert.Equal(BacklogErrorKind.TlsFailed, error.Kind);
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task A_host_that_does_not_resolve_is_named()
    {
        var error = await FailAsync(SpaceAddress.Parse("no-such-host.invalid"));

        Assert.Equal(BacklogErrorKind.HostNotFound, error.Kind);
        Assert.Contains("'no-such-host.invalid'", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_a_failed_connection()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(BacklogErrorKind.ConnectionFailed, (await FailAsync(SpaceAddress.Parse("http://127.0.0.1:" + port))).Kind);
    }

    [Fact]
    public async Task A_connection_cut_before_the_answer_is_a_failed_connection()
    {
        await using var space = await TestSpace.StartAsync();
        space.Break(FaultKind.Reset);
        Assert.Equal(BacklogErrorKind.ConnectionFailed, (await FailAsync(space.Address)).Kind);
    }

    [Fact]
    public async Task A_server_that_speaks_no_HTTP_is_a_failed_connection()
    {
        using var server = new RawServer(_ => "220 mail.example.com ESMTP ready\r\n");
        Assert.Equal(BacklogErrorKind.ConnectionFailed, (await FailAsync(server.Address)).Kind);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_in_time_is_an_error()
    {
        await using var space = await TestSpace.StartAsync();
        space.Break(FaultKind.Hang);
        var transport = new SpaceTransport(space.Address)
        {
            AnswerTimeout = TimeSpan.FromMilliseconds(100),
            FirstPause = TimeSpan.FromMilliseconds(1),
        };

        var error = await Assert.ThrowsAsync<BacklogException>(() => new BacklogHttp(transport, Credential, new TestCaller()).MyselfAsync());

        Assert.Equal(BacklogErrorKind.TimedOut, error.Kind);
        Assert.NotNull(error.NextStep);
    }

    [Fact]
    public async Task A_body_that_stops_coming_is_an_error()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.SlowBody, ChunkDelayMs = 600_000 });
        var transport = new SpaceTransport(space.Address)
        {
            BodyIdleTimeout = TimeSpan.FromMilliseconds(100),
            FirstPause = TimeSpan.FromMilliseconds(1),
        };

        var error = await Assert.ThrowsAsync<BacklogException>(() => new BacklogHttp(transport, Credential, new TestCaller()).MyselfAsync());

        Assert.Equal(BacklogErrorKind.TimedOut, error.Kind);
    }

    [Fact]
    public async Task A_body_may_take_longer_than_its_limit_as_long_as_it_keeps_coming()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.SlowBody, ChunkSize = 10, ChunkDelayMs = 100 });
        var limit = TimeSpan.FromSeconds(1.5);
        var transport = new SpaceTransport(space.Address) { AnswerTimeout = limit, BodyIdleTimeout = limit };
        var caller = new TestCaller();

        await new BacklogHttp(transport, Credential, caller).MyselfAsync();

        // The simulator's log shows that the request really took longer than the limit.
        Assert.InRange(Assert.Single(space.Requests).DurationMs, limit.TotalMilliseconds, double.MaxValue);
    }

    [Theory]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.SlowBody)]
    public async Task A_stopped_call_ends_and_lets_the_next_one_through(FaultKind fault)
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = fault, ChunkDelayMs = 600_000, Times = 1 });
        var transport = TestSpace.Transport(space.Address);
        var http = new BacklogHttp(transport, Credential, new TestCaller());
        using var stop = new CancellationTokenSource();

        var stopped = http.MyselfAsync(stop.Token);
        var waiting = http.MyselfAsync(stop.Token);
        while (space.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        Assert.False(stopped.IsCompleted);
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal("admin", (await http.MyselfAsync()).UserId);
        Assert.Equal(2, space.Requests.Count);
    }
}
