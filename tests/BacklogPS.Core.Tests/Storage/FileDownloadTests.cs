using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Http;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public sealed class FileDownloadTests : IDisposable
{
    private static readonly byte[] New = Encoding.ASCII.GetBytes("new");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Directories_that_a_server_names_stay_below_the_folder()
    {
        using var file = new FileDownload(folder.FullName, force: false, new WrittenFiles(), "fallback", new[] { "..", "a/../../b", "NUL", "." });
        var bytes = Encoding.ASCII.GetBytes("x");

        file.Begin(new DownloadHead("name.txt", bytes.Length));
        await file.WriteAsync(bytes, bytes.Length, CancellationToken.None);
        var saved = file.Complete();

        Assert.Equal(Path.Combine(folder.FullName, "_", "b", "_NUL", "_", "name.txt"), saved.FullName);
        Assert.True(saved.Exists);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_an_error_that_names_it()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "docs"), "a file");

        var error = Assert.Throws<BacklogException>(() => new FileDownload(folder.FullName, force: false, new WrittenFiles(), "fallback", new[] { "docs" }));

        Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
        Assert.Contains(Path.Combine(folder.FullName, "docs"), error.Message);
    }

    [SymbolicLinkFact]
    public async Task A_link_stays_one_and_what_it_leads_to_is_replaced()
    {
        var elsewhere = Directory.CreateDirectory(In("elsewhere"));
        var target = Path.Combine(elsewhere.FullName, "target.txt");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(In("link.txt"), Path.Combine("elsewhere", "target.txt"));

        var saved = await SaveAsync(In("link.txt"), new WrittenFiles());

        Assert.Equal(("new", target), (File.ReadAllText(target), saved.FullName));
        Assert.NotNull(new FileInfo(In("link.txt")).LinkTarget);
        Assert.Single(elsewhere.GetFiles());
    }

    [SymbolicLinkFact]
    public async Task A_link_to_nothing_yet_leads_to_the_new_file()
    {
        File.CreateSymbolicLink(In("link.txt"), In("target.txt"));

        await SaveAsync(In("link.txt"), new WrittenFiles());

        Assert.Equal("new", File.ReadAllText(In("target.txt")));
        Assert.NotNull(new FileInfo(In("link.txt")).LinkTarget);
    }

    [SymbolicLinkFact]
    public async Task A_link_into_a_folder_that_is_missing_is_an_error_that_leaves_it_as_it_is()
    {
        File.CreateSymbolicLink(In("link.txt"), In("missing/target.txt"));

        var error = await Assert.ThrowsAsync<BacklogException>(() => SaveAsync(In("link.txt"), new WrittenFiles()));

        Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
        Assert.NotNull(new FileInfo(In("link.txt")).LinkTarget);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.UserExecute)]
    [InlineData(UnixFileMode.UserRead)]
    public async Task What_replaces_a_file_has_its_mode_from_the_first_byte_on(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(In("file.txt"), "old");
        File.SetUnixFileMode(In("file.txt"), mode);
        using var file = new FileDownload(In("file.txt"), force: true, new WrittenFiles(), "fallback");

        file.Begin(new DownloadHead(null, 3));
        var begun = folder.GetFiles(".backlogps-*").Single().UnixFileMode;
        await file.WriteAsync(New, New.Length, CancellationToken.None);
        var saved = file.Complete();

        Assert.Equal((mode, mode), (begun, saved.UnixFileMode));
        Assert.Equal("new", File.ReadAllText(saved.FullName));
    }

    [SymbolicLinkTheory]
    [InlineData("file.txt")]
    [InlineData("link.txt")]
    public async Task What_the_command_wrote_itself_is_not_replaced_whatever_leads_to_it(string second)
    {
        File.CreateSymbolicLink(In("link.txt"), In("file.txt"));
        var written = new WrittenFiles();
        await SaveAsync(In("file.txt"), written);

        var error = await Assert.ThrowsAsync<BacklogException>(() => SaveAsync(In(second), written));

        Assert.Equal((BacklogErrorKind.FileExists, Messages.FileJustWrittenNext), (error.Kind, error.NextStep));
        Assert.Contains(In(second), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_moved_away_meanwhile_makes_room()
    {
        var written = new WrittenFiles();
        File.Move((await SaveAsync(In("file.txt"), written)).FullName, In("moved.txt"));

        await SaveAsync(In("file.txt"), written);

        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public async Task Names_that_differ_in_case_are_one_file_where_the_disk_takes_them_for_one()
    {
        File.WriteAllText(In("readme.txt"), "old");
        var isOne = File.Exists(In("README.txt"));
        var written = new WrittenFiles();
        await SaveAsync(In("README.txt"), written);

        var error = await Record.ExceptionAsync(() => SaveAsync(In("readme.txt"), written));

        Assert.Equal(isOne, error is BacklogException { Kind: BacklogErrorKind.FileExists });
        Assert.All(folder.GetFiles(), f => Assert.Equal("new", File.ReadAllText(f.FullName)));
    }

    [Fact]
    public async Task A_disk_that_knows_no_case_is_recognized_by_what_it_shows_under_the_other_name()
    {
        var written = new WrittenFiles();
        await SaveAsync(In("README.txt"), written);

        // A hard link imitates a case-insensitive disk, where both names are the same file.
        if (OperatingSystem.IsLinux())
        {
            using var link = Process.Start("ln", new[] { In("README.txt"), In("readme.txt") });
            await link.WaitForExitAsync();
        }

        Assert.True(written.Contains(In("readme.txt")));
    }

    [UnixFact]
    public async Task A_pipe_is_not_replaced_even_by_force_nor_through_a_link()
    {
        Shell.Run("mkfifo", In("pipe"));
        File.CreateSymbolicLink(In("link.txt"), In("pipe"));

        foreach (var path in new[] { In("pipe"), In("link.txt") })
        {
            var error = await Assert.ThrowsAsync<BacklogException>(() => SaveAsync(path, new WrittenFiles()));
            Assert.Equal((BacklogErrorKind.FileInaccessible, path, Messages.FileSpecialNext), (error.Kind, error.Target, error.NextStep));
        }

        Assert.True(Shell.Try("test", "-p", In("pipe")), "it is a pipe still");
        Assert.Equal(2, folder.GetFileSystemInfos().Length);
    }

    [LinuxRootFact]
    public async Task A_device_is_not_replaced_even_by_force()
    {
        Shell.Run("mknod", In("device"), "c", "1", "3");

        var error = await Assert.ThrowsAsync<BacklogException>(() => SaveAsync(In("device"), new WrittenFiles()));

        Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
        Assert.True(Shell.Try("test", "-c", In("device")), "it is a device still");
    }

    [UnixFact]
    public async Task What_became_a_pipe_while_the_file_came_is_not_replaced()
    {
        using var file = new FileDownload(In("file.txt"), force: true, new WrittenFiles(), "fallback");
        file.Begin(new DownloadHead(null, New.Length));
        await file.WriteAsync(New, New.Length, CancellationToken.None);
        Shell.Run("mkfifo", In("file.txt"));

        Assert.Equal(BacklogErrorKind.FileInaccessible, Assert.Throws<BacklogException>(() => file.Complete()).Kind);

        Assert.True(Shell.Try("test", "-p", In("file.txt")), "it is a pipe still");
    }

    [Theory]
    [InlineData("nul\0inside.txt")]
    [InlineData("LONG")]
    public void A_path_that_can_be_no_file_is_an_error_before_the_download(string name)
    {
        var path = In(name == "LONG" ? new string('x', 300) : name);

        var error = Assert.Throws<BacklogException>(() => new FileDownload(path, force: false, new WrittenFiles(), "fallback"));

        Assert.Equal((BacklogErrorKind.FileInaccessible, path), (error.Kind, error.Target));
        Assert.Contains(folder.FullName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_lies_in_no_folder_is_itself_the_one_that_is_missing()
    {
        // For example a network share that does not exist.
        var error = Assert.Throws<BacklogException>(() => new FileDownload("missing", force: false, new WrittenFiles(), "fallback"));

        Assert.Contains("'missing'", error.Message, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder.FullName, name);

    private static async Task<FileInfo> SaveAsync(string path, WrittenFiles written)
    {
        using var file = new FileDownload(path, force: true, written, "fallback");
        file.Begin(new DownloadHead(null, New.Length));
        await file.WriteAsync(New, New.Length, CancellationToken.None);
        return file.Complete();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
