using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BacklogPS.Pipeline;
using Xunit;

namespace BacklogPS.UnitTests;

public sealed class PipelineThreadTests
{
    private readonly PipelineThread thread = new();
    private readonly object outer = new();
    private readonly object inner = new();
    private readonly List<string> done = [];

    [Fact]
    public void Each_owner_is_served_what_is_its_own_in_order()
    {
        thread.Open(outer);
        thread.Open(inner);
        Enqueue(outer, "1");
        Enqueue(inner, "2");
        Enqueue(outer, "3");
        thread.Close(inner);
        thread.Close(outer);

        Serve(inner);
        Assert.Equal(["2"], done);
        Serve(outer);
        Assert.Equal(["2", "1", "3"], done);
    }

    [Fact]
    public void What_any_may_do_is_done_by_whichever_serves()
    {
        thread.Open(outer);
        thread.Open(inner);
        var task = thread.Enqueue(outer, () => done.Add("vault"), byAny: true);
        thread.Close(inner);

        Serve(inner);

        Assert.Equal(["vault"], done);
        Assert.True(task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_comes_after_the_end_is_cancelled_and_never_done()
    {
        thread.Open(outer);
        thread.Close(outer);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => thread.Enqueue(outer, () => done.Add("late"), byAny: false));
        Assert.Null(thread.Take(outer, others: true));
        Assert.Empty(done);
    }

    [Fact]
    public void What_an_item_throws_is_handed_to_whoever_serves_and_ends_the_wait_for_it()
    {
        thread.Open(outer);
        var task = thread.Enqueue(outer, () => throw new InvalidOperationException("stop"), byAny: false);

        var thrown = thread.Take(outer, others: false)!.Serve();

        Assert.Equal("stop", thrown!.SourceException.Message);
        Assert.True(task.IsCanceled);
    }

    [Fact]
    public async Task Who_waits_gets_what_another_thread_puts_in()
    {
        thread.Open(outer);
        var taking = Task.Run(() => thread.Take(outer, others: false));

        Enqueue(outer, "1");

        (await taking.WaitAsync(TimeSpan.FromMinutes(1)))!.Serve();
        Assert.Equal(["1"], done);
    }

    private void Enqueue(object owner, string what) => thread.Enqueue(owner, () => done.Add(what), byAny: false);

    private void Serve(object owner)
    {
        while (thread.Take(owner, others: true) is { } item)
        {
            item.Serve();
        }
    }
}
