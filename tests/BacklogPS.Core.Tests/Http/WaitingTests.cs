using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public sealed class WaitingTests
{
    [Fact]
    public async Task The_seconds_left_count_down_and_the_display_goes()
    {
        var caller = new TestCaller { ShowsProgress = true };

        await Waiting.ForAsync(TimeSpan.FromMilliseconds(2900), "waiting", caller, CancellationToken.None);

        // A busy machine may skip a second, but not nearly two. A clock that is a moment early shows one twice.
        var shown = caller.Shown.ToList();
        var seconds = shown.Take(shown.Count - 1).Select(s => s.SecondsLeft).ToList();
        Assert.Equal(3, seconds[0]);
        Assert.Equal(0, shown[0].Percent);
        Assert.True(seconds[^1] < 3);
        Assert.Equal(seconds.OrderDescending(), seconds);
        Assert.True(shown[^1].IsDone);
        Assert.All(shown, s => Assert.True(s.IsPause));
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Waiting.ForAsync(TimeSpan.FromMinutes(5), "waiting", new TestCaller(), stop.Token);
        Assert.False(waiting.IsCompleted);

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task No_time_is_not_waited_for() =>
        await Waiting.ForAsync(TimeSpan.FromSeconds(-1), "waiting", new TestCaller(), new CancellationToken(canceled: true));
}
