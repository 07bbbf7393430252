using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>The time limit of a call, whatever the server does.</summary>
public sealed class CallTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private TestSpace space = null!;

    public async Task InitializeAsync() => space = await TestSpace.StartAsync();

    public async Task DisposeAsync() => await space.DisposeAsync();

    private SpaceTransport Transport(TimeSpan? answer = null, TimeSpan? idle = null, TimeSpan? call = null) => new(space.Address)
    {
        AnswerTimeout = answer ?? Long,
        BodyIdleTimeout = idle ?? Long,
        CallTimeout = call ?? Long,
        FirstPause = TimeSpan.FromMilliseconds(1),
        ShownAfter = TimeSpan.Zero,
    };

    private static BacklogHttp Open(SpaceTransport transport, TestCaller? caller = null) =>
        new(transport, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), caller ?? new TestCaller());

    /// <summary>
    /// Counts tries by the caller's messages, because a request that is cancelled at once may never reach the server's
    /// log.
    /// </summary>
    private static async Task AssertTimesOutAsync(SpaceTransport transport, Func<BacklogHttp, Task> call, int tries)
    {
        var caller = new TestCaller();

        var error = await Assert.ThrowsAsync<BacklogException>(() => call(Open(transport, caller)));

        Assert.Equal(BacklogErrorKind.TimedOut, error.Kind);
        Assert.Equal(tries, caller.VerboseLines.Count(l => l.Contains("-> TimedOut", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_silent_server_is_asked_once_more_and_no_third_time()
    {
        space.Break(FaultKind.Hang);

        await AssertTimesOutAsync(Transport(answer: Short), http => http.MyselfAsync(), tries: 2);
    }

    [Fact]
    public async Task A_body_that_stops_coming_is_asked_for_once_more_and_no_third_time()
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.SlowBody, ChunkSize = 10, ChunkDelayMs = 600_000 });

        await AssertTimesOutAsync(Transport(idle: Short), http => http.MyselfAsync(), tries: 2);
    }

    [Fact]
    public async Task A_write_that_is_not_answered_in_time_is_not_repeated()
    {
        space.Break(FaultKind.Hang);
        var request = new ApiRequest(HttpMethod.Post, ApiPath.Of("notifications", "markAsRead"));

        await AssertTimesOutAsync(Transport(answer: Short), http => http.SendRawAsync(request, CancellationToken.None), tries: 1);
    }

    [Fact]
    public async Task A_body_that_drips_ends_with_the_time_of_the_call_and_is_not_asked_for_again()
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.SlowBody, ChunkSize = 1, ChunkDelayMs = 100 });

        // Long enough for the response to have begun even on a busy machine; otherwise the request would be retried.
        await AssertTimesOutAsync(Transport(call: TimeSpan.FromSeconds(5)), http => http.MyselfAsync(), tries: 1);
    }

    [Fact]
    public async Task A_file_that_drips_counts_as_one_that_stops_coming()
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.SlowBody, ChunkSize = 1, ChunkDelayMs = 100, PathPattern = "*/attachments/*" });

        await AssertTimesOutAsync(
            Transport(idle: TimeSpan.FromSeconds(2)), http => DownloadTests.DownloadFirstAsync(http, new DownloadTests.MemorySink()), tries: 2);

        Assert.Equal(1 + 2, space.Requests.Count);
    }

    [Fact]
    public async Task What_is_sent_gets_the_time_that_it_takes_on_a_slow_line()
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.Delay, DelayMs = 1000 });
        var request = new ApiRequest(HttpMethod.Post, ApiPath.Of("issues", "APP-5", "comments"))
        {
            Body = RequestBody.OfForm(new Query().Add("content", new string('x', 1_000_000))),
        };

        await Open(Transport(answer: Short, call: Short)).SendRawAsync(request, CancellationToken.None);

        Assert.InRange(Assert.Single(space.Requests).DurationMs, Short.TotalMilliseconds, double.MaxValue);
    }

    [Fact]
    public async Task That_an_answer_is_waited_for_is_shown_and_goes_when_it_is_over()
    {
        space.Break(FaultKind.Hang);
        var caller = new TestCaller { ShowsProgress = true };
        using var stop = new CancellationTokenSource();

        var call = Open(Transport(), caller).MyselfAsync(stop.Token);
        while (caller.Shown.IsEmpty)
        {
            await Task.Delay(5);
        }

        Assert.Contains(space.Address.Name, caller.Shown.First().Activity, StringComparison.Ordinal);
        Assert.Contains("users/myself", caller.Shown.First().Status, StringComparison.Ordinal);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(caller.Shown.Last().IsDone);
        Assert.Single(caller.Shown, p => p.IsDone);
    }

    [Fact]
    public async Task Nothing_is_shown_of_an_answer_that_comes_soon()
    {
        var caller = new TestCaller { ShowsProgress = true };

        await TestSpace.Open(space.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), caller).MyselfAsync();

        Assert.Empty(caller.Shown);
    }
}
