using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.SpaceSimulator;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Responses that refuse the request.</summary>
public sealed class AnswerErrorTests : IAsyncLifetime
{
    private TestSpace space = null!;

    public async Task InitializeAsync() => space = await TestSpace.StartAsync();

    public async Task DisposeAsync() => await space.DisposeAsync();

    private async Task<BacklogException> FailAsync(Fault? fault = null)
    {
        if (fault is not null)
        {
            space.Simulator.Faults.Add(fault);
        }

        var error = await Assert.ThrowsAsync<BacklogException>(() => space.Open().MyselfAsync());
        Assert.Equal(space.Address.Name, error.Space);
        Assert.Contains(space.Address.Name, error.Message, StringComparison.Ordinal);
        return error;
    }

    [Theory]
    [InlineData(400, BacklogErrorKind.RequestRefused)]
    [InlineData(401, BacklogErrorKind.AuthenticationFailed)]
    [InlineData(402, BacklogErrorKind.RequestRefused)]
    [InlineData(403, BacklogErrorKind.AccessDenied)]
    [InlineData(404, BacklogErrorKind.NotFound)]
    [InlineData(409, BacklogErrorKind.Conflict)]
    [InlineData(413, BacklogErrorKind.TooLarge)]
    [InlineData(418, BacklogErrorKind.RequestRefused)]
    [InlineData(429, BacklogErrorKind.RateLimited)]
    [InlineData(500, BacklogErrorKind.ServerFailed)]
    [InlineData(501, BacklogErrorKind.ServerFailed)]
    [InlineData(503, BacklogErrorKind.ServerFailed)]
    [InlineData(599, BacklogErrorKind.ServerFailed)]
    public async Task A_status_has_its_kind_with_Backlogs_words_or_without(int status, BacklogErrorKind kind)
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, PathPattern = "*/myself" });
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.Errors, Status = status, Errors = [new FaultError("So it is.", 99)] });

        var bare = await FailAsync();
        Assert.Equal((kind, status), (bare.Kind, bare.StatusCode!.Value));
        Assert.Empty(bare.Errors);
        Assert.Contains(status == 404 ? "users/myself" : status.ToString(), bare.Message, StringComparison.Ordinal);

        var worded = await Assert.ThrowsAsync<BacklogException>(() => space.Open().ProjectsAsync());
        Assert.Equal((kind, status), (worded.Kind, worded.StatusCode!.Value));
        Assert.Equal((99, "So it is."), (Assert.Single(worded.Errors).Code, worded.Errors[0].Message));
        Assert.Contains("So it is.", worded.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Html)]
    public async Task An_address_that_is_too_long_says_what_to_do(FaultKind kind)
    {
        var error = await FailAsync(new Fault { Kind = kind, Status = 414 });

        Assert.Equal((BacklogErrorKind.RequestRefused, 414), (error.Kind, error.StatusCode!.Value));
        Assert.Contains("give fewer", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_of_the_errors_array_is_there_with_code_and_moreInfo()
    {
        var error = await FailAsync(new Fault
        {
            Kind = FaultKind.Errors,
            Errors = [new FaultError("名前は必須です。", 7, "name"), new FaultError("Second {0} failure.", 5), new FaultError("Third.", 2, "see help")],
        });

        Assert.Equal(BacklogErrorKind.RequestRefused, error.Kind);
        Assert.Equal(400, error.StatusCode);
        Assert.Equal(
            new[] { ("名前は必須です。", 7, "name"), ("Second {0} failure.", 5, ""), ("Third.", 2, "see help") },
            error.Errors.Select(e => (e.Message, e.Code, e.MoreInfo ?? "")));
        Assert.EndsWith(
            "名前は必須です。 (code 7: name) Second {0} failure. (code 5) Third. (code 2: see help)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_10_means_too_large_whatever_the_status() =>
        Assert.Equal(
            BacklogErrorKind.TooLarge,
            (await FailAsync(new Fault { Kind = FaultKind.Errors, Errors = [new FaultError("Too large.", 10)] })).Kind);

    [Theory]
    [InlineData("{\"errors\":[null]}", 0)]
    [InlineData("{\"errors\":null}", 0)]
    [InlineData("{\"errors\":[]}", 0)]
    [InlineData("{\"errors\":\"text\"}", 0)]
    [InlineData("{\"errors\":{\"message\":\"x\"}}", 0)]
    [InlineData("{\"errors\":[null,{\"message\":\"x\",\"code\":7}]}", 1)]
    [InlineData("{\"errors\":[{\"message\":null,\"code\":null,\"moreInfo\":null}]}", 1)]
    [InlineData("{\"errors\":[{\"message\":5,\"code\":\"7\",\"new\":[1]}],\"more\":1}", 1)]
    [InlineData("{\"errors\":[{\"message\":\"x\",\"code\":99999999999999999999}]}", 0)]
    [InlineData("{\"errors\":[{\"message\":\"x\",\"code\":\"seven\"}]}", 0)]
    [InlineData("{\"errors\":[{\"message\":\"x\"", 0)]
    [InlineData("{\"message\":\"x\"}", 0)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("\"text\"", 0)]
    [InlineData("plain text", 0)]
    public async Task An_error_body_of_any_shape_still_gives_the_status_its_kind(string body, int errors)
    {
        var error = await FailAsync(new Fault { Kind = FaultKind.Status, Status = 400, ContentType = "application/json", Body = body });

        Assert.Equal((BacklogErrorKind.RequestRefused, 400), (error.Kind, error.StatusCode!.Value));
        Assert.Equal(errors, error.Errors.Count);
    }

    [Fact]
    public async Task A_401_tells_the_words_of_WWW_Authenticate_and_where_keys_are_made()
    {
        var error = await FailAsync(new Fault
        {
            Kind = FaultKind.Status,
            Status = 401,
            Headers = new System.Collections.Generic.Dictionary<string, string>
            {
                ["WWW-Authenticate"] = "Bearer error=\"invalid_token\", error_description=\"The access token expired\"",
            },
        });

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, error.Kind);
        Assert.Contains("error_description=\"The access token expired\"", error.Challenge, StringComparison.Ordinal);
        Assert.Contains("The access token expired", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-BacklogSpace -Space " + space.Address.Name, error.NextStep, StringComparison.Ordinal);
        Assert.Contains(space.Address.BaseUri + "EditApiSettings.action", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, BacklogErrorKind.AnswerNotJson)]
    [InlineData(400, BacklogErrorKind.AnswerNotJson)]
    [InlineData(403, BacklogErrorKind.AnswerNotJson)]
    [InlineData(404, BacklogErrorKind.AnswerNotJson)]
    [InlineData(401, BacklogErrorKind.AuthenticationFailed)]
    [InlineData(407, BacklogErrorKind.ProxyRefused)]
    [InlineData(429, BacklogErrorKind.RateLimited)]
    [InlineData(502, BacklogErrorKind.ServerFailed)]
    public async Task A_page_instead_of_JSON_is_told_apart(int status, BacklogErrorKind kind)
    {
        var error = await FailAsync(new Fault { Kind = FaultKind.Html, Status = status });

        Assert.Equal((kind, status), (error.Kind, error.StatusCode!.Value));
        Assert.NotNull(error.NextStep);
        Assert.Contains($"HTTP {status}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_429_tells_when_the_limit_starts_anew()
    {
        var error = await FailAsync(new Fault { Kind = FaultKind.TooManyRequests, ResetAfterSeconds = 40 });

        Assert.Equal(BacklogErrorKind.RateLimited, error.Kind);
        Assert.Equal(13, Assert.Single(error.Errors).Code);
        Assert.InRange(error.RetryAfter!.Value.TotalSeconds, 38, 41);
    }

    [Fact]
    public async Task A_429_without_a_reset_goes_by_Retry_After() =>
        Assert.Equal(
            TimeSpan.FromSeconds(17),
            (await FailAsync(new Fault { Kind = FaultKind.TooManyRequests, RetryAfter = "17" })).RetryAfter);

    [Fact]
    public async Task A_429_that_says_nothing_has_no_time() =>
        Assert.Null((await FailAsync(new Fault { Kind = FaultKind.TooManyRequests, Status = 429 })).RetryAfter);

    [Fact]
    public void A_redirect_is_shown_without_the_password_in_it()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", "https://user:pw@other.example.com/login");
        var error = Transport.AnswerErrors.Read(new Transport.Answer(response, new MemoryStream()), SpaceAddress.Parse("demo.backlog.com"), "GET users/myself", text => text, null);

        Assert.Contains("https://other.example.com/login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<BacklogException>(() => Resources.Projects.GetAsync(space.Open(), "NOSUCH", default));

        Assert.Equal(BacklogErrorKind.NotFound, error.Kind);
        Assert.StartsWith($"There is no project 'NOSUCH' in {space.Address.Name}, or you do not have permission to see it (HTTP 404).", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Errors);
    }

    [Theory]
    [InlineData("GET issues/APP-999", "issue 'APP-999' in demo")]
    [InlineData("GET issues/APP-999/comments", "issue 'APP-999' in demo")]
    [InlineData("GET issues/APP-999/comments/count", "issue 'APP-999' in demo")]
    [InlineData("DELETE issues/APP-9", "issue 'APP-9' in demo")]
    [InlineData("GET issues/APP-9/comments/5", "comment '5' in issue APP-9 (demo)")]
    [InlineData("GET issues/APP-9/comments/5/notifications", "comment '5' in issue APP-9 (demo)")]
    [InlineData("GET issues/APP-9/attachments/5", "attachment '5' in issue APP-9 (demo)")]
    [InlineData("GET wikis/12", "wiki page '12' in demo")]
    [InlineData("GET wikis/12/history", "wiki page '12' in demo")]
    [InlineData("GET documents/0193ab", "document '0193ab' in demo")]
    [InlineData("GET projects/APP/webhooks/1", "webhook '1' in project APP (demo)")]
    [InlineData("GET projects/APP/git/repositories/a%20b", "repository 'a b' in project APP (demo)")]
    [InlineData("GET projects/APP/git/repositories/app/pullRequests/12", "pull request '12' in repository APP/app (demo)")]
    [InlineData("GET projects/APP/git/repositories/app/pullRequests/12/comments", "pull request '12' in repository APP/app (demo)")]
    [InlineData("DELETE projects/APP/git/repositories/app/pullRequests/12/attachments/3", "attachment '3' in pull request APP/app#12 (demo)")]
    [InlineData("GET users/7/icon", "user '7' in demo")]
    [InlineData("GET users/7/watchings/count", "user '7' in demo")]
    [InlineData("GET teams/7", "team '7' in demo")]
    public void What_was_not_found_is_a_thing(string request, string expected) =>
        Assert.Equal($"There is no {expected}, or you do not have permission to see it (HTTP 404).", Transport.MissingThing.Sentence(request, "demo", 404));

    [Theory]
    [InlineData("PATCH issues/APP-9")]
    [InlineData("GET issues/count")]
    [InlineData("GET wikis/tags")]
    [InlineData("GET documents/tree")]
    [InlineData("GET users/myself")]
    [InlineData("GET projects/APP/categories")]
    [InlineData("GET projects/APP/git/repositories")]
    [InlineData("GET space/licence")]
    public void Unless_its_address_does_not_say_which(string request) => Assert.Null(Transport.MissingThing.Sentence(request, "demo", 404));
}
