using System;
using System.IO;
using System.Threading.Tasks;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public sealed class RequestBodyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_a_program_has_open_for_writing_is_sent()
    {
        var path = Path.Combine(folder.FullName, "log.txt");
        using var writer = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        writer.Write("so far"u8);
        writer.Flush();

        using var body = RequestBody.OfFile(path)();

        Assert.Contains("so far", await body.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt")]
    [InlineData("nul\0inside.txt")]
    [InlineData("LONG")]
    public void A_path_that_cannot_be_read_is_named(string name)
    {
        var path = Path.Combine(folder.FullName, name == "LONG" ? new string('x', 300) : name);

        var error = Assert.Throws<BacklogException>(() => RequestBody.OfFile(path)());

        Assert.Equal((BacklogErrorKind.FileInaccessible, path), (error.Kind, error.Target));
    }
}
