using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public sealed class FileDownloadTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Directories_that_a_server_names_stay_below_the_folder()
    {
        using var file = new FileDownload(folder.FullName, force: false, "fallback", new[] { "..", "a/../../b", "NUL", "." });
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

        var error = Assert.Throws<BacklogException>(() => new FileDownload(folder.FullName, force: false, "fallback", new[] { "docs" }));

        Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
        Assert.Contains(Path.Combine(folder.FullName, "docs"), error.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
