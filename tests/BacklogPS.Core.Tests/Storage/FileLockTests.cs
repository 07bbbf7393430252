using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FileLockTests()
    {
        Directory.CreateDirectory(folder.Path);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whoever_does_not_get_the_lock_in_time_is_told_which()
    {
        using var held = FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10));

        var timeout = Assert.Throws<TimeoutException>(() => FileLock.Acquire(folder.Lock, TimeSpan.Zero));
        Assert.Contains(folder.Lock, timeout.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeoutException>(() => FileLock.AcquireAsync(folder.Lock, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var held = FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10));
        using var stop = new CancellationTokenSource();

        var waiting = FileLock.AcquireAsync(folder.Lock, TimeSpan.FromMinutes(5), stop.Token);
        Assert.False(waiting.IsCompleted);
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_lock_leaves_no_file()
    {
        FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10)).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Only_one_has_it_at_a_time()
    {
        var inside = 0;
        var rounds = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                using (await FileLock.AcquireAsync(folder.Lock, TimeSpan.FromSeconds(30), CancellationToken.None))
                {
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    Interlocked.Increment(ref rounds);
                    Interlocked.Decrement(ref inside);
                }
            }
        })));

        Assert.Equal(180, rounds);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_and_not_a_wait() =>
        Assert.Throws<DirectoryNotFoundException>(
            () => FileLock.Acquire(Path.Combine(folder.Path, "missing", "x.lock"), TimeSpan.FromMinutes(5)));
}
