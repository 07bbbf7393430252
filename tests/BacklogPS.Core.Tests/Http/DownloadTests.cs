using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Resources;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Downloads that are incomplete although the response claims otherwise.</summary>
public class DownloadTests
{
    private static readonly ApiPath Files = ApiPath.Of("issues", "APP-1", "attachments");

    [Theory]
    [InlineData(FaultKind.InvalidJson)]
    [InlineData(FaultKind.EmptyBody)]
    [InlineData(FaultKind.Status)]
    public async Task What_is_shorter_than_the_file_is_asked_for_again_and_then_an_error(FaultKind fault)
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = fault, Status = 204, PathPattern = "*/attachments/*" });

        var error = await Assert.ThrowsAsync<BacklogException>(() => DownloadFirstAsync(space.Open(), new MemorySink()));

        Assert.Equal(BacklogErrorKind.AnswerCutOff, error.Kind);
        Assert.Equal(1 + RetryPolicy.Tries, space.Requests.Count);
    }

    [Fact]
    public async Task A_file_that_comes_whole_at_last_is_taken()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.InvalidJson, PathPattern = "*/attachments/*", Times = 2 });
        var sink = new MemorySink();

        var size = await DownloadFirstAsync(space.Open(), sink);

        Assert.Equal((1 + 3, size), (space.Requests.Count, sink.Length));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a longer one", 5)]
    public async Task An_empty_file_and_one_that_has_grown_are_files(string body, long leastLength)
    {
        using var server = new RawServer(_ => $"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n\r\n{body}");
        var sink = new MemorySink();

        await TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header)).DownloadAsync(Files, leastLength, sink, CancellationToken.None);

        Assert.Equal(body.Length, sink.Length);
    }

    [Theory]
    [InlineData("attachment; filename=\"あ.txt\"", "あ.txt")]
    [InlineData("attachment; filename=\"plain.txt\"", "plain.txt")]
    [InlineData("attachment; filename=\"a\\\"b.txt\"", "a\"b.txt")]
    [InlineData("attachment; filename=\"x.txt\"; filename*=UTF-8''%E8%A8%AD.txt", "設.txt")]
    public async Task The_name_is_read_as_UTF8(string disposition, string expected)
    {
        using var server = new RawServer(_ => RawServer.Answer("200 OK", "Content-Disposition: " + disposition + "\r\n", "x"));
        var sink = new MemorySink();

        await TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header)).DownloadAsync(Files, 1, sink, CancellationToken.None);

        Assert.Equal(expected, sink.Head!.FileName);
    }

    [Fact]
    public void A_name_that_is_not_UTF8_is_taken_as_Latin_1()
    {
        using var response = new System.Net.Http.HttpResponseMessage { Content = new System.Net.Http.StringContent("x") };
        response.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"caf\u00E9.txt\"");

        Assert.Equal("caf\u00E9.txt", DownloadHead.Of(response).FileName);
    }

    [Theory]
    [InlineData("attachment; filename*", null)]
    [InlineData("attachment; filename", null)]
    [InlineData("attachment; filename*; filename=a.txt", "a.txt")]
    public void A_parameter_without_a_value_is_no_name(string header, string? expected)
    {
        using var response = new System.Net.Http.HttpResponseMessage { Content = new System.Net.Http.StringContent("x") };
        response.Content.Headers.TryAddWithoutValidation("Content-Disposition", header);

        Assert.Equal(expected, DownloadHead.Of(response).FileName);
    }

    [Fact]
    public async Task No_content_is_no_file_even_where_its_length_is_not_known()
    {
        using var server = new RawServer(_ => RawServer.Answer("204 No Content", "", ""));

        var error = await Assert.ThrowsAsync<BacklogException>(() =>
            TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header)).DownloadAsync(Files, 0, new MemorySink(), CancellationToken.None));

        Assert.Equal(BacklogErrorKind.AnswerCutOff, error.Kind);
    }

    internal static async Task<long> DownloadFirstAsync(BacklogHttp http, IDownloadSink sink)
    {
        var first = (await http.GetListAsync<Attachment>(Files, null, CancellationToken.None))[0];
        await http.DownloadAsync(Issues.AttachmentPath("APP-1", first.Id), first.Size, sink, CancellationToken.None);
        return first.Size;
    }

    internal sealed class MemorySink : IDownloadSink
    {
        private readonly MemoryStream bytes = new();

        public long Length => bytes.Length;

        public DownloadHead? Head { get; private set; }

        public void Begin(DownloadHead head)
        {
            Head = head;
            bytes.SetLength(0);
        }

        public Task WriteAsync(byte[] buffer, int count, CancellationToken cancel) => bytes.WriteAsync(buffer, 0, count, cancel);
    }
}
