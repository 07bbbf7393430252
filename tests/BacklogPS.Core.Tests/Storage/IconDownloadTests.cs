using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Http;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public sealed class IconDownloadTests : IDisposable
{
    private static readonly byte[] Png = { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly WrittenFiles written = new();

    [Fact]
    public async Task The_same_icon_of_two_users_is_two_files()
    {
        await SaveAsync("stock.png", "user_1", Png);
        await SaveAsync("stock.png", "user_2", Png);

        Assert.Equal(new[] { "stock.png", "user_2.png" }, folder.GetFiles().Select(f => f.Name).Order());
    }

    [Theory]
    [InlineData(".png", "89504E470D0A1A0A")]
    [InlineData(".jpg", "FFD8FFE000104A464946")]
    [InlineData(".gif", "474946383961")]
    [InlineData(".webp", "524946460000000057454250")]
    [InlineData(".svg", "3C73766720786D6C6E73")]
    [InlineData("", "0102030405")]
    public async Task An_icon_without_a_name_has_the_extension_of_its_content(string extension, string content)
    {
        var saved = await SaveAsync(null, "user_1", Convert.FromHexString(content));

        Assert.Equal("user_1" + extension, saved.Name);
    }

    [Fact]
    public async Task An_icon_whose_file_was_there_is_not_replaced_unasked()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "user_1.png"), "mine");

        var error = await Assert.ThrowsAsync<BacklogException>(() => SaveAsync(null, "user_1", Png));

        Assert.Equal(BacklogErrorKind.FileExists, error.Kind);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(folder.GetFiles()).FullName));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<FileInfo> SaveAsync(string? name, string fallbackName, byte[] content)
    {
        using var file = new FileDownload(folder.FullName, force: false, written, fallbackName) { IsIcon = true };
        file.Begin(new DownloadHead(name, content.Length));
        await file.WriteAsync(content, content.Length, CancellationToken.None);
        return file.Complete();
    }
}
