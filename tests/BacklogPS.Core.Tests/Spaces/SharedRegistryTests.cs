using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Session;
using BacklogPS.Spaces;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Spaces;

/// <summary>The registry shared between processes and threads.</summary>
public sealed class SharedRegistryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_that_write_at_once_lose_nothing()
    {
        const int Each = 200;
        using var one = OtherProcess.AddsSpaces(folder.Path, "a", Each);
        using var other = OtherProcess.AddsSpaces(folder.Path, "b", Each);
        await one.AssertSucceedsAsync();
        await other.AssertSucceedsAsync();

        var names = new SpaceRegistry(folder.Path).Read().Spaces.Select(s => s.Address.Name).Order().ToList();
        var expected = Enumerable.Range(0, Each).SelectMany(i => new[] { $"a{i}.example.com", $"b{i}.example.com" }).Order().ToList();
        Assert.Equal(expected, names);
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Processes_whose_last_space_comes_and_goes_do_not_pull_the_folder_from_under_each_other()
    {
        using var one = OtherProcess.ComesAndGoes(folder.Path, "a.example.com", 100);
        using var other = OtherProcess.ComesAndGoes(folder.Path, "b.example.com", 100);
        var registry = new SpaceRegistry(folder.Path);
        var ended = Task.WhenAll(one.AssertSucceedsAsync(), other.AssertSucceedsAsync());
        while (!ended.IsCompleted)
        {
            Assert.InRange(registry.Read().Spaces.Count, 0, 2);
            await Task.Delay(1);
        }

        await ended;
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_is_removed_while_it_is_read_knows_nothing()
    {
        var registry = new SpaceRegistry(folder.Path);
        var coming = Task.Run(() =>
        {
            for (var times = 0; times < 5_000; times++)
            {
                Directory.CreateDirectory(folder.Path);
                Directory.Delete(folder.Path);
            }
        });
        while (!coming.IsCompleted)
        {
            Assert.Empty(registry.Read().Spaces);
        }

        await coming;
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_file()
    {
        using var writer = OtherProcess.AddsSpaces(folder.Path, "a", 200);
        var registry = new SpaceRegistry(folder.Path);
        var ended = writer.AssertSucceedsAsync();
        var seen = 0;
        while (!ended.IsCompleted)
        {
            var now = registry.Read().Spaces.Count;
            Assert.True(now >= seen, $"{now} spaces after {seen}");
            seen = now;
            await Task.Delay(1);
        }

        await ended;
        Assert.Equal(200, registry.Read().Spaces.Count);
    }

    [Fact]
    public async Task Threads_that_share_one_registry_lose_nothing()
    {
        var registry = new SpaceRegistry(folder.Path);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                var space = SomeSpaces.Stored($"t{t}i{i}.example.com");
                registry.Update(r => r.With(space));
                Assert.NotNull(registry.Read().Find(space.Address));
            }
        })));

        Assert.Equal(80, registry.Read().Spaces.Count);
    }

    [Fact]
    public async Task A_killed_holder_of_the_lock_blocks_nobody()
    {
        var space = SomeSpaces.Stored("a.example.com");
        Directory.CreateDirectory(folder.Path);
        using (var holder = await OtherProcess.HoldsAsync(folder.Lock))
        {
            await holder.KillAsync();
        }

        Assert.True(OperatingSystem.IsWindows() || File.Exists(folder.Lock), "the killed process left its lock file");
        new SpaceRegistry(folder.Path).Update(r => r.With(space));

        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(space, Assert.Single(new SpaceRegistry(folder.Path).Read().Spaces));
    }

    [Fact]
    public async Task A_process_that_is_killed_in_the_midst_of_writing_loses_nothing_that_it_had_written()
    {
        var expected = 0;
        for (var kill = 0; kill < 12; kill++)
        {
            // Killed while it writes the next one, at another step each time.
            using var writer = OtherProcess.AddsSpaces(folder.Path, $"k{kill}-", 1000);
            expected += (await writer.KillAfterLineAsync((3 + kill).ToString())).Length;

            var found = new SpaceRegistry(folder.Path).Read().Spaces.Count;
            Assert.InRange(found, expected, expected + 1);
            expected = found;
        }

        var last = SomeSpaces.Stored("last.example.com");
        new SpaceRegistry(folder.Path).Update(r => r.With(last));
        Assert.Equal(expected + 1, new SpaceRegistry(folder.Path).Read().Spaces.Count);
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_held_lock_is_waited_for()
    {
        Directory.CreateDirectory(folder.Path);
        using var holder = await OtherProcess.HoldsAsync(folder.Lock);

        var update = Task.Run(() => new SpaceRegistry(folder.Path).Update(r => r.With(SomeSpaces.Stored("a.example.com"))));
        Assert.NotSame(update, await Task.WhenAny(update, Task.Delay(TimeSpan.FromMilliseconds(300))));
        await holder.KillAsync();

        Assert.Single((await update).Spaces);
    }

    /// <summary>Windows removes the old file before the new one is in place.</summary>
    [Fact]
    public async Task What_is_missing_while_another_process_writes_is_waited_for()
    {
        new SpaceRegistry(folder.Path).Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        var away = Path.Combine(folder.Path, "away");
        Task<RegistrySnapshot> reading;
        using (FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10)))
        {
            File.Move(folder.Registry, away);
            reading = Task.Run(() => new SpaceRegistry(folder.Path).Read());
            Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(300))));
            File.Move(away, folder.Registry);

            // The file is found as soon as it exists, although the lock is still held.
            Assert.Single((await reading).Spaces);
        }
    }

    [Fact]
    public async Task What_is_missing_when_the_other_process_is_done_is_not_there()
    {
        new SpaceRegistry(folder.Path).Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        Task<RegistrySnapshot> reading;
        using (FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10)))
        {
            File.Delete(folder.Registry);
            reading = Task.Run(() => new SpaceRegistry(folder.Path).Read());
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        Assert.Empty((await reading).Spaces);
    }

    [Fact]
    public void A_lock_file_that_a_killed_process_left_keeps_no_reader_waiting()
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.Lock, "");

        Assert.Empty(new SpaceRegistry(folder.Path).Read().Spaces);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_process_stays_on_its_space_while_another_one_changes_the_current_space_as_Windows_does()
    {
        var alpha = SomeSpaces.Stored("alpha.example.com");
        var beta = SomeSpaces.Stored("beta.example.com");
        new SpaceRegistry(folder.Path).Update(r => r.With(alpha).With(beta).WithCurrent(alpha.Address));
        var session = new BacklogSession(new SpaceRegistry(folder.Path), new EnvironmentSettings(_ => null));
        Assert.Equal(alpha.Address, session.Spaces.Current);
        new SpaceRegistry(folder.Path).Update(r => r.WithCurrent(beta.Address));

        var writing = Task.Run(() =>
        {
            var away = Path.Combine(folder.Path, "away");
            for (var i = 0; i < 300; i++)
            {
                using (FileLock.Acquire(folder.Lock, TimeSpan.FromSeconds(10)))
                {
                    File.Move(folder.Registry, away);
                    Thread.Sleep(1);
                    File.Move(away, folder.Registry);
                }
            }
        });
        while (!writing.IsCompleted)
        {
            Assert.Equal(alpha.Address, session.Spaces.Current);
        }

        await writing;
    }
}
