using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Connecting to a server that answers no connection attempt, because its queue of connections is full.</summary>
public sealed class ConnectTimeTests : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> queued = new();

    public ConnectTimeTests()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        Task connecting;
        do
        {
            var one = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            queued.Add(one);
            connecting = one.ConnectAsync(listener.LocalEndPoint!);
        }
        while (connecting.Wait(TimeSpan.FromMilliseconds(500)));
        _ = connecting.ContinueWith(t => t.Exception, TaskScheduler.Default);
    }

    public void Dispose()
    {
        queued.ForEach(s => s.Dispose());
        listener.Dispose();
    }

    private BacklogHttp Open(TestCaller caller) => new(
        TestSpace.Transport(SpaceAddress.Parse("http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndPoint!).Port)),
        new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header),
        caller);

    [Fact]
    public async Task A_server_that_takes_no_connection_is_tried_twice_and_nothing_was_written()
    {
        var caller = new TestCaller();
        var write = new ApiRequest(HttpMethod.Post, ApiPath.Of("notifications", "markAsRead"));

        var error = await Assert.ThrowsAsync<BacklogException>(() => Open(caller).SendRawAsync(write, CancellationToken.None));

        Assert.Equal(BacklogErrorKind.TimedOut, error.Kind);
        Assert.False(error.MayBeDone);
        Assert.NotNull(error.NextStep);
        Assert.Equal(2, caller.VerboseLines.Count(l => l.Contains("-> TimedOut", StringComparison.Ordinal)));
        Assert.Contains(caller.VerboseLines, l => l.Contains("2 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connecting_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var connecting = Open(new TestCaller()).MyselfAsync(stop.Token);
        Assert.False(connecting.IsCompleted);

        stop.Cancel();

        // Ends long before the limit of connecting.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting).WaitAsync(HttpClientFactory.ConnectTimeout / 2);
    }
}
