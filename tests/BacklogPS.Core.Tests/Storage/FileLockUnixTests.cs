using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

/// <summary>Lock files with links, pipes, special disks and killed processes on Unix.</summary>
public sealed class FileLockUnixTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FileLockUnixTests()
    {
        Directory.CreateDirectory(folder.Path);
    }

    public void Dispose() => folder.Dispose();

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
        using var disk = TemporaryDisk.At(folder, "nr_inodes=1");
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
        using var disk = TemporaryDisk.At(folder, "size=64k");
        disk.Fill();

        FileLock.Acquire(folder.Lock, TimeSpan.FromMinutes(5)).Dispose();

        Assert.False(File.Exists(folder.Lock));
    }

    [LinuxRootFact]
    public async Task A_lock_file_whose_mode_may_not_be_changed_is_one()
    {
        // Some disks have no permissions and refuse to change them. Here the file belongs to someone else, with the
        // same effect.
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
