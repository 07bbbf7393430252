using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Responses larger than any that Backlog sends.</summary>
public class AnswerSizeTests
{
    private const int Limit = 1024 * 1024;

    private static RawServer Server(string status, int size, bool packed) => new(_ =>
    {
        var body = Encoding.ASCII.GetBytes("[" + new string(' ', size - 2) + "]");
        if (!packed)
        {
            return RawServer.Answer(status, "Content-Type: application/json\r\n", body);
        }

        var pack = new MemoryStream();
        using (var gzip = new GZipStream(pack, CompressionMode.Compress))
        {
            gzip.Write(body);
        }

        return RawServer.Answer(status, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", pack.ToArray());
    });

    private static BacklogHttp Open(RawServer server) => new(
        new SpaceTransport(server.Address) { LargestAnswer = Limit, FirstPause = TimeSpan.FromMilliseconds(1) },
        new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header),
        new TestCaller());

    [Theory]
    [InlineData("200 OK", true)]
    [InlineData("200 OK", false)]
    [InlineData("503 Service Unavailable", true)]
    public async Task One_that_is_too_large_unpacked_is_an_error_of_its_own_and_not_asked_for_again(string status, bool packed)
    {
        using var server = Server(status, Limit + 1, packed);

        var error = await Assert.ThrowsAsync<BacklogException>(() => Open(server).ProjectsAsync());

        Assert.Equal(BacklogErrorKind.AnswerTooLarge, error.Kind);
        Assert.Contains("1 MB", error.Message, StringComparison.Ordinal);
        Assert.Contains("-OutFile", error.NextStep, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_just_the_limit_is_read(bool packed)
    {
        using var server = Server("200 OK", Limit, packed);

        Assert.Empty(await Open(server).ProjectsAsync());
    }

    [Fact]
    public void The_limit_is_256_MB() =>
        Assert.Equal(256 * 1024 * 1024, new SpaceTransport(SpaceAddress.Parse("mycompany.backlog.com")).LargestAnswer);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_has_no_limit(bool packed)
    {
        using var server = Server("200 OK", 3 * Limit, packed);
        var sink = new DownloadTests.MemorySink();

        await Open(server).DownloadAsync(ApiPath.Of("space", "attachment"), 1, sink, CancellationToken.None);

        Assert.Equal(3 * Limit, sink.Length);
    }
}
