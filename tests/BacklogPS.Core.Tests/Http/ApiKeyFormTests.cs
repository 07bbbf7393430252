using System;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>How the key is sent: as a header or in the query, and when the second form is tried.</summary>
public class ApiKeyFormTests
{
    [Fact]
    public async Task In_the_header_it_is_in_no_URL()
    {
        await using var space = await TestSpace.StartAsync();
        await space.Open(form: ApiKeyForm.Header).MyselfAsync();

        var request = Assert.Single(space.Requests);
        Assert.Equal("header", request.AuthenticatedBy);
        Assert.Equal("", request.Query);
    }

    [Fact]
    public async Task In_the_query_it_is_escaped_and_in_no_header()
    {
        await using var space = await TestSpace.StartAsync();
        var http = space.Open(form: ApiKeyForm.Query);
        await http.MyselfAsync();
        await Resources.Projects.ListAsync(http, archived: false, all: false, default);

        Assert.All(space.Requests, r => Assert.Equal("query", r.AuthenticatedBy));
        Assert.All(space.Requests, r => Assert.DoesNotContain("Backlog-API-Key", r.Headers.Keys));
        Assert.Equal(new[] { new QueryPair("apiKey", TestSpace.Key) }, space.Requests[0].QueryPairs);
        Assert.Equal(new[] { new QueryPair("archived", "false"), new QueryPair("apiKey", TestSpace.Key) }, space.Requests[1].QueryPairs);
    }

    [Fact]
    public async Task A_server_that_takes_the_header_never_sees_the_query_form()
    {
        await using var space = await TestSpace.StartAsync();
        var credential = new ApiKeyCredential(TestSpace.Key, ApiKeyForm.HeaderThenQuery);

        await TestSpace.Open(space.Address, credential).MyselfAsync();

        Assert.Equal(ApiKeyForm.Header, credential.Form);
        Assert.Equal("header", Assert.Single(space.Requests).AuthenticatedBy);

        // The form is settled, so a key that is revoked later is not tried in the URL.
        space.Simulator.Keys.Revoke(TestSpace.Key);
        await Assert.ThrowsAsync<BacklogException>(() => TestSpace.Open(space.Address, credential).MyselfAsync());
        Assert.All(space.Requests, r => Assert.Equal("", r.Query));
    }

    [Fact]
    public async Task A_server_that_knows_only_the_query_is_asked_that_way_from_then_on()
    {
        await using var space = await TestSpace.StartAsync(oldServer: true);
        var credential = new ApiKeyCredential(TestSpace.Key, ApiKeyForm.HeaderThenQuery);
        var caller = new TestCaller();
        var http = TestSpace.Open(space.Address, credential, caller);

        await http.MyselfAsync();
        await http.MyselfAsync();

        Assert.Equal(ApiKeyForm.Query, credential.Form);
        Assert.Equal(new[] { 401, 200, 200 }, space.Requests.Select(r => r.Status));
        Assert.Equal(new[] { "none", "query", "query" }, space.Requests.Select(r => r.AuthenticatedBy));
        Assert.Contains(caller.VerboseLines, l => l.Contains("query parameter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_both_forms_are_refused_with_is_tried_once_in_each()
    {
        await using var space = await TestSpace.StartAsync();
        space.Simulator.Keys.Revoke(TestSpace.Key);
        var http = space.Open(form: ApiKeyForm.HeaderThenQuery);

        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());
            Assert.Equal(BacklogErrorKind.AuthenticationFailed, error.Kind);
        }

        Assert.Equal(new[] { false, true, false, true }, space.Requests.Select(r => r.Query.Length > 0));
        Assert.Equal(new[] { true, false, true, false }, space.Requests.Select(r => r.Headers.ContainsKey("Backlog-API-Key")));
    }

    [Fact]
    public async Task The_header_alone_is_never_followed_by_the_query()
    {
        await using var space = await TestSpace.StartAsync(oldServer: true);

        var error = await Assert.ThrowsAsync<BacklogException>(() => space.Open(form: ApiKeyForm.Header).MyselfAsync());

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, error.Kind);
        Assert.Equal("", Assert.Single(space.Requests).Query);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Only_a_401_leads_to_the_query_and_only_a_success_settles_the_form(int status)
    {
        await using var space = await TestSpace.StartAsync(oldServer: true);
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, Times = 1 });
        var http = space.Open(form: ApiKeyForm.HeaderThenQuery);

        await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());
        Assert.Equal("", Assert.Single(space.Requests).Query);

        // The failed request did not show whether the header works, so the next call still finds out.
        Assert.Equal("admin", (await http.MyselfAsync()).UserId);
        Assert.Equal(new[] { status, 401, 200 }, space.Requests.Select(r => r.Status));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "<html><title>401 Authorization Required</title></html>")]
    [InlineData("", "{\"message\":\"no\"}")]
    [InlineData("", "{\"errors\":[{\"message\":\"no\",\"code\":5}]}")]
    [InlineData("WWW-Authenticate: Basic realm=\"gateway\"\r\n", "")]
    [InlineData("WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n", "{\"errors\":[{\"message\":\"no\",\"code\":11}]}")]
    [InlineData("WWW-Authenticate: Bearer\r\nWWW-Authenticate: Digest realm=\"x\"\r\n", "{\"errors\":[{\"message\":\"no\",\"code\":11}]}")]
    public async Task A_401_that_is_not_Backlogs_own_never_leads_to_the_query(string headers, string body)
    {
        using var server = new RawServer(_ => RawServer.Answer("401 Unauthorized", headers, body));
        var http = TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.HeaderThenQuery));

        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());
            Assert.Equal(401, error.StatusCode);
            Assert.NotNull(error.NextStep);
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.DoesNotContain("apiKey", r, StringComparison.OrdinalIgnoreCase));
    }
}
