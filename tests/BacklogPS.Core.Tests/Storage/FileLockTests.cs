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

    [UnixFact]
    public void What_is_no_lock_file_is_an_error_at_once_and_stays_as_it_is()
    {
        var precious = Path.Combine(folder.Path, "precious");
        File.WriteAllText(precious, "precious");
        var link = Path.Combine(folder.Path, "link.lock");
        File.CreateSymbolicLink(link, precious);
        var toNothing = Path.Combine(folder.Path, "nothing.lock");
        File.CreateSymbolicLink(toNothing, Path.Combine(folder.Path, "missing"));
        var pipe = Path.Combine(folder.Path, "pipe.lock");
        Shell.Run("mkfifo", pipe);
        var directory = Path.Combine(folder.Path, "directory.lock");
        Directory.CreateDirectory(directory);

        foreach (var file in new[] { link, toNothing, pipe, directory })
        {
            var error = Assert.Throws<IOException>(() => FileLock.Acquire(file, TimeSpan.FromMinutes(5)));
            Assert.Contains(file, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Equal(5, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [LinuxRootFact]
    public async Task A_disk_that_takes_no_file_is_an_error_and_not_a_wait()
    {
        using var disk = folder.Mount("nr_inodes=1");
        AssertNoWait(FileLock.Acquire);
        await Assert.ThrowsAsync<IOException>(() => FileLock.AcquireAsync(folder.Lock, TimeSpan.FromMinutes(5), CancellationToken.None));

        disk.MakeReadOnly();
        AssertNoWait(FileLock.Acquire);

        void AssertNoWait(Func<string, TimeSpan, FileLock> acquire) =>
            Assert.Throws<IOException>(() => acquire(folder.Lock, TimeSpan.FromMinutes(5)));
    }

    [LinuxRootFact]
    public void A_full_disk_takes_a_lock_file()
    {
        using var disk = folder.Mount("size=64k");
        disk.Fill();

        FileLock.Acquire(folder.Lock, TimeSpan.FromMinutes(5)).Dispose();

        Assert.False(File.Exists(folder.Lock));
    }

    [LinuxRootFact]
    public async Task A_lock_file_whose_mode_may_not_be_changed_is_one()
    {
        // As on disks without modes, which refuse to change any: here because the file is somebody else's.
        File.WriteAllText(folder.Lock, "");
        File.SetUnixFileMode(folder.Lock, (UnixFileMode)0b110_110_110);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);

        using (var other = await OtherProcess.HoldsAsync(folder.Lock, asNobody: true))
        {
            Assert.Throws<TimeoutException>(() => FileLock.Acquire(folder.Lock, TimeSpan.Zero));
            await other.KillAsync();
        }

        FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10)).Dispose();
    }

    [UnixFact]
    public async Task A_killed_holder_leaves_an_empty_file()
    {
        using var holder = await OtherProcess.HoldsAsync(folder.Lock);
        await holder.KillAsync();

        Assert.Equal(0, new FileInfo(folder.Lock).Length);
    }
}
