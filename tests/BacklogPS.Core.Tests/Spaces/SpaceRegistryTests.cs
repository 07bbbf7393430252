using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Spaces;

public sealed class SpaceRegistryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SpaceRegistry Open() => new(folder.Path);

    [Fact]
    public void Where_there_is_no_file_nothing_is_known_and_nothing_is_made()
    {
        Assert.Empty(Open().Read().Spaces);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void Everything_reads_back_in_another_process()
    {
        var full = SomeSpaces.Stored("https://tools.example.com:8443/backlog") with
        {
            Vault = "Vault \"名\"",
            SecretIsUsers = true,
            KeyForm = ApiKeyForm.Query,
            UserId = "o'brien\\1",
        };
        var bot = SomeSpaces.Stored("mycompany.backlog.jp") with { UserId = null, UserName = null };

        Open().Update(r => r.With(full).With(bot).WithCurrent(bot.Address));
        var read = Open().Read();

        Assert.Equal(new[] { full, bot }, read.Spaces);
        Assert.Equal(bot.Address, read.Current);
    }

    [Fact]
    public void What_a_killed_process_left_beside_the_file_goes_with_the_next_change()
    {
        var space = SomeSpaces.Stored("mycompany.backlog.jp");
        Open().Update(r => r.With(space));
        File.WriteAllText(Path.Combine(folder.Path, "spaces.json.0123456789abcdef.tmp"), "{ half");

        Open().Update(r => r.Without(space.Address));

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void The_file_has_a_version_and_is_UTF8_without_a_mark()
    {
        Open().Update(r => r.With(SomeSpaces.Stored("mycompany.backlog.jp")));

        var bytes = File.ReadAllBytes(folder.Registry);
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Contains("\"version\": 1", File.ReadAllText(folder.Registry), StringComparison.Ordinal);
        Assert.Contains("田中 太郎", File.ReadAllText(folder.Registry), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_by_another_process_is_seen()
    {
        var one = Open();
        var other = Open();
        var space = SomeSpaces.Stored("a.example.com");

        one.Update(r => r.With(space));
        Assert.Equal(space, Assert.Single(other.Read().Spaces));

        one.Update(r => r.Without(space.Address));
        Assert.Empty(other.Read().Spaces);
    }

    [Fact]
    public void A_change_that_leaves_length_and_time_as_they_were_is_not_lost()
    {
        var one = Open();
        one.Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        one.Read();
        var time = File.GetLastWriteTimeUtc(folder.Registry);

        // The clock of a file system may be too coarse to tell two quick changes apart.
        File.WriteAllText(folder.Registry, File.ReadAllText(folder.Registry).Replace("a.example.com", "b.example.com", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder.Registry, time);
        one.Update(r => r.With(SomeSpaces.Stored("c.example.com")));

        Assert.Equal(new[] { "b.example.com", "c.example.com" }, Open().Read().Spaces.Select(s => s.Address.Name));
    }

    [Fact]
    public void The_file_and_its_folder_are_the_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // On Windows the user's profile is private.
        }

        const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Open().Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        Assert.Equal(OwnerFile, File.GetUnixFileMode(folder.Registry));
        Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));

        File.SetUnixFileMode(folder.Registry, OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Open().Update(r => r.With(SomeSpaces.Stored("b.example.com")));
        Assert.Equal(OwnerFile, File.GetUnixFileMode(folder.Registry));
    }

    [Fact]
    public void The_last_space_takes_file_lock_and_folder_with_it()
    {
        var space = SomeSpaces.Stored("a.example.com");
        Open().Update(r => r.With(space));
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));

        Open().Update(r => r.Without(space.Address));

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void Somebody_elses_file_in_the_folder_stays()
    {
        var space = SomeSpaces.Stored("a.example.com");
        Open().Update(r => r.With(space));
        var other = Path.Combine(folder.Path, "notes.txt");
        File.WriteAllText(other, "mine");

        Open().Update(r => r.Without(space.Address));

        Assert.Equal(new[] { other }, Directory.GetFileSystemEntries(folder.Path));
    }

    public static TheoryData<string> DamagedFiles()
    {
        const string Space = "{\"url\":\"https://a.example.com/\",\"authMethod\":\"apiKey\",\"vault\":\"v\",\"secretName\":\"n\",\"connectedAt\":\"2026-08-03T09:00:00.0000000+09:00\"}";
        return new TheoryData<string>
        {
            "",
            " ",
            "null",
            "[]",
            "{}",
            "not json",
            "\0\0\0\0\0\0\0\0",
            "{\"version\":1}",
            "{\"version\":\"one\",\"spaces\":[]}",
            "{\"version\":1,\"spaces\":null}",
            "{\"version\":1,\"spaces\":{}}",
            "{\"version\":1,\"spaces\":[1]}",
            "{\"version\":1,\"spaces\":[" + Space,
            "{\"version\":1,\"spaces\":[" + Space + "]",
            "{\"version\":1,\"spaces\":[" + Space + "]} {\"version\":1,\"spaces\":[]}",
            "{\"version\":1,\"spaces\":[" + Space.Replace("https://a", "http://a") + "]}",
            "{\"version\":1,\"spaces\":[" + Space.Replace("apiKey", "password") + "]}",
            "{\"version\":1,\"spaces\":[" + Space.Replace("2026", "26") + "]}",
            "{\"version\":1,\"spaces\":[" + Space.Replace("\"vault\":\"v\",", "") + "]}",
            "{\"version\":1,\"current\":\"?\",\"spaces\":[" + Space + "]}",
        };
    }

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void A_damaged_file_is_reported_and_left_as_it_is(string text)
    {
        folder.WriteRegistry(text);
        AssertRefused(BacklogErrorKind.RegistryDamaged);
    }

    [Theory]
    [InlineData("{\"version\":2,\"spaces\":[]}")]
    [InlineData("{\"version\":2,\"elsewhere\":{}}")]
    [InlineData("{\"version\":2147483647}")]
    public void A_file_of_a_newer_version_is_reported_and_left_as_it_is(string text)
    {
        folder.WriteRegistry(text);
        AssertRefused(BacklogErrorKind.RegistryNewer);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_and_left_as_it_is()
    {
        Open().Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        using (new FileStream(folder.Registry, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(BacklogErrorKind.RegistryInaccessible, Assert.Throws<BacklogException>(() => Open().Read()).Kind);
        }

        Assert.Single(Open().Read().Spaces);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_reported()
    {
        File.WriteAllText(folder.Path, "a file where the folder should be");

        var refusal = Assert.Throws<BacklogException>(() => Open().Update(r => r.With(SomeSpaces.Stored("a.example.com"))));

        Assert.Equal(BacklogErrorKind.RegistryInaccessible, refusal.Kind);
        Assert.Contains(folder.Registry, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("BL_API_KEY", refusal.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_fails_changes_nothing_and_lets_the_lock_go()
    {
        Open().Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        var before = File.ReadAllBytes(folder.Registry);

        Assert.Throws<InvalidOperationException>(() => Open().Update(_ => throw new InvalidOperationException()));

        Assert.Equal(before, File.ReadAllBytes(folder.Registry));
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }

    [UnixFact]
    public void The_folder_may_be_given_below_the_home_folder()
    {
        var space = SomeSpaces.Stored("a.example.com");
        var home = Path.GetDirectoryName(folder.Path)!;
        SpaceRegistry.ForUser("~/" + Path.GetFileName(folder.Path), "", home).Update(r => r.With(space));

        Assert.True(File.Exists(folder.Registry));
        Assert.Equal(space, Assert.Single(SpaceRegistry.ForUser(folder.Path, "", "").Read().Spaces));
        Assert.Empty(SpaceRegistry.ForUser("~", "", home).Read().Spaces);
    }

    [Theory]
    [InlineData("here")]
    [InlineData("./here")]
    [InlineData("~other/x")]
    [InlineData("$HOME/x")]
    [InlineData("~/x")] // Without a home folder.
    public async Task A_folder_that_depends_on_the_current_one_is_refused(string chosen)
    {
        var registry = SpaceRegistry.ForUser(chosen, "/settings", "");

        foreach (var act in new Action[] { () => registry.Read(), () => registry.Update(r => r.With(SomeSpaces.Stored("a.example.com"))) })
        {
            var error = Assert.Throws<BacklogException>(act);
            Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
            Assert.Contains($"'{chosen}'", error.Message, StringComparison.Ordinal);
        }

        Assert.Null(await registry.LockSecretAsync(SpaceAddress.Parse("a.example.com"), _ => { }, default));
        Assert.False(Directory.Exists(chosen));
    }

    [Fact]
    public void Without_a_profile_nothing_is_known_and_nothing_is_written()
    {
        var registry = SpaceRegistry.ForUser(null, "", "");

        Assert.Empty(registry.Read().Spaces);
        var error = Assert.Throws<BacklogException>(() => registry.Update(r => r.With(SomeSpaces.Stored("a.example.com"))));
        Assert.Equal((BacklogErrorKind.RegistryInaccessible, Message.Of(CallerText.RegistryNoProfileNext)), (error.Kind, error.NextStep));
        Assert.False(Directory.Exists("BacklogPS"));
    }

    [LinuxRootFact]
    public async Task A_folder_that_can_only_be_read_is_read_and_takes_no_change()
    {
        using var disk = TemporaryDisk.At(folder, "size=1m");
        Open().Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        disk.MakeReadOnly();

        Assert.Single(Open().Read().Spaces);
        var error = Assert.Throws<BacklogException>(() => Open().Update(r => r.With(SomeSpaces.Stored("b.example.com"))));
        Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
        Assert.IsType<IOException>(error.InnerException);

        // Tokens are still refreshed, without waiting a minute before each call.
        var said = new List<string>();
        Assert.Null(await Open().LockSecretAsync(SpaceAddress.Parse("a.example.com"), said.Add, default));
        Assert.Single(said);
    }

    [LinuxRootFact]
    public void A_full_disk_keeps_the_file_as_it_is()
    {
        using var disk = TemporaryDisk.At(folder, "size=64k");
        var space = SomeSpaces.Stored("a.example.com");
        Open().Update(r => r.With(space));
        disk.Fill();

        foreach (var change in new Action[]
        {
            () => Open().Update(r => r.With(SomeSpaces.Stored("b.example.com"))),
            () => Open().Rehearse(r => r.With(SomeSpaces.Stored("b.example.com"))),
        })
        {
            Assert.Equal(BacklogErrorKind.RegistryInaccessible, Assert.Throws<BacklogException>(change).Kind);
        }

        Assert.Equal(space, Assert.Single(Open().Read().Spaces));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);

        // Removing the last space works even on a full disk.
        Open().Rehearse(r => r.Without(space.Address));
        Open().Update(r => r.Without(space.Address));
        Assert.Empty(Open().Read().Spaces);
    }

    [Fact]
    public void A_rehearsal_changes_nothing()
    {
        Open().Rehearse(r => r.With(SomeSpaces.Stored("a.example.com")));
        Assert.False(Directory.Exists(folder.Path));

        Open().Update(r => r.With(SomeSpaces.Stored("a.example.com")));
        var before = File.ReadAllBytes(folder.Registry);
        Open().Rehearse(r => r.With(SomeSpaces.Stored("b.example.com")));
        Open().Rehearse(_ => RegistrySnapshot.Empty);

        Assert.Equal(before, File.ReadAllBytes(folder.Registry));
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }

    [UnixFact]
    public void A_link_stays_one_and_what_it_leads_to_is_the_file()
    {
        var elsewhere = Directory.CreateDirectory(folder.Path + "-elsewhere").FullName;
        var target = Path.Combine(elsewhere, "mine.json");
        Directory.CreateDirectory(folder.Path);
        File.CreateSymbolicLink(folder.Registry, target);
        var registry = Open();
        var space = SomeSpaces.Stored("a.example.com");

        registry.Update(r => r.With(space));
        Assert.Equal(space, Assert.Single(registry.Read().Spaces));
        Open().Update(r => r.With(SomeSpaces.Stored("b.example.com")));
        Assert.Equal(2, registry.Read().Spaces.Count);
        Assert.Equal(target, new FileInfo(folder.Registry).LinkTarget);
        Assert.Equal(new[] { target }, Directory.GetFileSystemEntries(elsewhere));

        registry.Update(_ => RegistrySnapshot.Empty);
        Assert.Equal(target, new FileInfo(folder.Registry).LinkTarget);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
        Assert.Empty(registry.Read().Spaces);
    }

    [UnixFact]
    public void What_is_no_file_is_reported_and_stays_as_it_is()
    {
        Directory.CreateDirectory(folder.Path);
        foreach (var make in new[] { "mkdir", "mkfifo" })
        {
            Shell.Run(make, folder.Registry);
            foreach (var act in new Action[]
            {
                () => Open().Read(),
                () => Open().Update(r => r.With(SomeSpaces.Stored("a.example.com"))),
                () => Open().Rehearse(_ => RegistrySnapshot.Empty),
            })
            {
                Assert.Equal(BacklogErrorKind.RegistryInaccessible, Assert.Throws<BacklogException>(act).Kind);
            }

            Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
            Shell.Run("rm", "-r", folder.Registry);
        }
    }

    [Fact]
    public void A_file_that_was_lost_while_it_was_replaced_is_put_back_from_the_new_one()
    {
        var space = SomeSpaces.Stored("a.example.com");
        Open().Update(r => r.With(space));
        File.Move(folder.Registry, folder.Registry + ".0123456789abcdef.tmp");

        Assert.Equal(space, Assert.Single(Open().Read().Spaces));
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Half_a_file_that_a_killed_process_left_is_no_file()
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.Registry + ".0123456789abcdef.tmp", "{ half");

        Assert.Empty(Open().Read().Spaces);
        Assert.False(Directory.Exists(folder.Path));
    }

    [LinuxRootFact]
    public void What_a_killed_process_left_may_stay_where_it_cannot_be_removed()
    {
        var space = SomeSpaces.Stored("a.example.com");
        Open().Update(r => r.With(space));
        var leftover = folder.Registry + ".0123456789abcdef.tmp";
        File.WriteAllText(leftover, "{ half");
        Shell.Run("chattr", "+i", leftover);
        try
        {
            Open().Update(r => r.With(SomeSpaces.Stored("b.example.com")));
            Assert.Equal(2, Open().Read().Spaces.Count);
        }
        finally
        {
            Shell.Run("chattr", "-i", leftover);
        }
    }

    private void AssertRefused(BacklogErrorKind kind)
    {
        var before = File.ReadAllBytes(folder.Registry);
        var space = SomeSpaces.Stored("new.example.com");
        foreach (var act in new Func<RegistrySnapshot>[]
        {
            () => Open().Read(),
            () => Open().Update(r => r.With(space)),
            () => Open().Update(r => RegistrySnapshot.Empty),
        })
        {
            var refusal = Assert.Throws<BacklogException>(act);
            Assert.Equal(kind, refusal.Kind);
            Assert.Contains(folder.Registry, refusal.Message, StringComparison.Ordinal);
            Assert.Equal(folder.Registry, refusal.Target);
            Assert.NotNull(refusal.NextStep);
        }

        Assert.Equal(before, File.ReadAllBytes(folder.Registry));
        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }
}
