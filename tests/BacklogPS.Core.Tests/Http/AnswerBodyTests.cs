using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Successful responses with an unexpected body.</summary>
public class AnswerBodyTests
{
    private static readonly ApiKeyCredential Credential = new(TestSpace.Key, ApiKeyForm.Header);

    [Theory]
    [InlineData(FaultKind.CutOff, BacklogErrorKind.AnswerCutOff)]
    [InlineData(FaultKind.CutOffChunked, BacklogErrorKind.AnswerCutOff)]
    [InlineData(FaultKind.EmptyBody, BacklogErrorKind.AnswerNotJson)]
    [InlineData(FaultKind.InvalidJson, BacklogErrorKind.AnswerCutOff)]
    public async Task A_body_that_does_not_arrive_whole_is_an_error(FaultKind fault, BacklogErrorKind kind)
    {
        await using var space = await TestSpace.StartAsync();
        space.Break(fault);

        var one = await Assert.ThrowsAsync<BacklogException>(() => space.Open().MyselfAsync());
        var list = await Assert.ThrowsAsync<BacklogException>(() => space.Open().ProjectsAsync());

        Assert.Equal((kind, kind), (one.Kind, list.Kind));
        Assert.NotNull(one.NextStep);
        Assert.Contains("users/myself", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_the_JSON_is_asked_for_again()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.InvalidJson, Times = 2 });
        var http = space.Open();

        Assert.NotEmpty(await http.ProjectsAsync());

        Assert.Equal(3, space.Requests.Count);
    }

    [Fact]
    public async Task Half_of_the_JSON_that_answers_a_write_is_not_asked_for_again()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.InvalidJson, Times = 2 });
        var request = new ApiRequest(HttpMethod.Post, ApiPath.Of("notifications", "markAsRead"));

        var error = await Assert.ThrowsAsync<BacklogException>(() => space.Open().SendRawAsync(request, CancellationToken.None));

        Assert.Equal(BacklogErrorKind.AnswerCutOff, error.Kind);
        Assert.Single(space.Requests);
    }

    [Theory]
    [InlineData("hello", BacklogErrorKind.AnswerNotJson)]
    [InlineData("  <!doctype html><p>Sign in", BacklogErrorKind.AnswerNotJson)]
    [InlineData("<?xml version=\"1.0\"?><a/>", BacklogErrorKind.AnswerNotJson)]
    [InlineData(" \r\n", BacklogErrorKind.AnswerNotJson)]
    [InlineData("{\"id\":1,\"name\":\"a", BacklogErrorKind.AnswerCutOff)]
    [InlineData("{\"id\":1,\"name\":", BacklogErrorKind.AnswerCutOff)]
    [InlineData("{\"id\":1,\"nulabAccount\":{\"name\":\"a\"}", BacklogErrorKind.AnswerCutOff)]
    [InlineData("{\"id\":1,\"isNew\":tru", BacklogErrorKind.AnswerCutOff)]
    [InlineData("{id: 1,, name: 2}", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[]", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[{\"id\":1}]", BacklogErrorKind.AnswerInvalid)]
    [InlineData("{\"id\":1} trailing", BacklogErrorKind.AnswerInvalid)]
    [InlineData("{\"id\":1}\r\n{\"id\":2}", BacklogErrorKind.AnswerInvalid)]
    [InlineData("{\"id\":1}/* 0 */", BacklogErrorKind.AnswerInvalid)]
    public async Task An_object_that_is_none_is_an_error_that_says_which(string body, BacklogErrorKind kind)
    {
        using var server = new RawServer(_ => RawServer.Json(body));

        var error = await Assert.ThrowsAsync<BacklogException>(() => TestSpace.Open(server.Address, Credential).MyselfAsync());

        Assert.Equal((kind, 200), (error.Kind, error.StatusCode!.Value));
        Assert.Equal(server.Address.Name, error.Space);
        Assert.NotNull(error.NextStep);
    }

    [Theory]
    [InlineData("{\"id\":1}", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[null]", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[1]", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[{\"id\":1}]<!-- proxy -->", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[{\"id\":1}]]", BacklogErrorKind.AnswerInvalid)]
    [InlineData("[{\"id\":1},{\"id\":2}", BacklogErrorKind.AnswerCutOff)]
    [InlineData("[{\"id\":1},", BacklogErrorKind.AnswerCutOff)]
    [InlineData("[", BacklogErrorKind.AnswerCutOff)]
    public async Task A_list_that_is_none_is_an_error_that_says_which(string body, BacklogErrorKind kind)
    {
        using var server = new RawServer(_ => RawServer.Json(body));

        var error = await Assert.ThrowsAsync<BacklogException>(() => TestSpace.Open(server.Address, Credential).ProjectsAsync());

        Assert.Equal(kind, error.Kind);
    }

    [Theory]
    [InlineData("{\"a\":1} trailing")]
    [InlineData("[1][2]")]
    public async Task A_raw_answer_that_goes_on_after_its_end_is_an_error(string body)
    {
        using var server = new RawServer(_ => RawServer.Json(body));

        var error = await Assert.ThrowsAsync<BacklogException>(() =>
            TestSpace.Open(server.Address, Credential).SendRawAsync(ApiRequest.Get(ApiPath.Of("new")), CancellationToken.None));

        Assert.Equal(BacklogErrorKind.AnswerInvalid, error.Kind);
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        using var server = new RawServer(_ => RawServer.Json("\uFEFF {\"id\":1,\"name\":\"管理者\"}\r\n"));
        Assert.Equal("管理者", (await TestSpace.Open(server.Address, Credential).MyselfAsync()).Name);
    }

    [Fact]
    public async Task A_body_that_is_not_compressed_as_it_says_is_an_error_of_ours()
    {
        using var server = new RawServer(_ => RawServer.Answer(
            "200 OK", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", "{\"id\":1}"));

        var error = await Assert.ThrowsAsync<BacklogException>(() => TestSpace.Open(server.Address, Credential).MyselfAsync());

        Assert.Equal(BacklogErrorKind.AnswerCutOff, error.Kind);
    }
}
