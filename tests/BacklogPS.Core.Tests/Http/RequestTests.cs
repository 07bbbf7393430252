using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>What the server sees of a request, and when it is sent.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private TestSpace space = null!;

    public async Task InitializeAsync() => space = await TestSpace.StartAsync(pathBase: "/backlog");

    public async Task DisposeAsync() => await space.DisposeAsync();

    [Fact]
    public async Task A_request_carries_these_headers_and_no_others()
    {
        await space.Open().MyselfAsync();

        var request = Assert.Single(space.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/api/v2/users/myself", request.Path);
        Assert.Equal("", request.Query);
        Assert.Equal(
            new[] { "Accept", "Accept-Encoding", "Backlog-API-Key", "Host", "User-Agent" },
            request.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(TestSpace.Key, request.Headers["Backlog-API-Key"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("gzip, deflate", request.Headers["Accept-Encoding"]);
        Assert.Matches(@"^BacklogPS/[0-9]+\.[0-9]+\.[0-9]+\S* \(.*; (Windows|macOS|Linux)\)$", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task The_query_is_sent_below_the_base_path()
    {
        await Resources.Projects.ListAsync(space.Open(), archived: false, all: true, default);

        var request = Assert.Single(space.Requests);
        Assert.Equal("/api/v2/projects", request.Path);
        Assert.Equal("?archived=false&all=true", request.Query);
    }

    [Fact]
    public async Task A_segment_arrives_as_it_was_given()
    {
        var error = await Assert.ThrowsAsync<BacklogException>(
            () => Resources.Projects.GetAsync(space.Open(), "a b..users?x=1#設", default));

        Assert.Equal(BacklogErrorKind.NotFound, error.Kind);
        Assert.StartsWith("/api/v2/projects/a b..users?x=1#設", Assert.Single(space.Requests).Path, StringComparison.Ordinal);
        Assert.Equal("", space.Requests[0].Query);
    }

    [Fact]
    public async Task Connections_are_kept_also_after_a_refusal()
    {
        var http = space.Open();
        for (var i = 0; i < 3; i++)
        {
            await http.MyselfAsync();
            await Assert.ThrowsAsync<BacklogException>(() => Resources.Projects.GetAsync(http, "NOSUCH", default));
            await http.ProjectsAsync();
        }

        Assert.Equal(9, space.Requests.Count);
        Assert.Single(space.Requests.Select(r => r.RemotePort).Distinct());
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_space()
    {
        space.Simulator.Faults.Add(new Fault { Kind = FaultKind.Delay, DelayMs = 20 });
        var transport = TestSpace.Transport(space.Address);

        await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Task.Run(() =>
            new BacklogHttp(transport, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), new TestCaller()).MyselfAsync())));

        Assert.Equal(15, space.Requests.Count);
        Assert.All(space.Requests, r => Assert.Equal(1, r.InFlight));
    }

    [Fact]
    public async Task Spaces_do_not_wait_for_each_other()
    {
        await using var other = await TestSpace.StartAsync();
        space.Break(FaultKind.Hang);
        using var stop = new System.Threading.CancellationTokenSource();
        var hanging = space.Open().MyselfAsync(stop.Token);

        Assert.Equal("admin", (await other.Open().MyselfAsync()).UserId);

        Assert.False(hanging.IsCompleted);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        space.Simulator.Faults.Add(new Fault
        {
            Kind = FaultKind.Delay,
            Headers = new System.Collections.Generic.Dictionary<string, string> { ["Set-Cookie"] = "JSESSIONID=1; Path=/" },
        });
        var http = space.Open();

        await http.MyselfAsync();
        await http.MyselfAsync();

        Assert.Equal(2, space.Requests.Count);
        Assert.All(space.Requests, r => Assert.DoesNotContain("Cookie", r.Headers.Keys));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var target = await TestSpace.StartAsync();
        space.Simulator.Faults.Add(new Fault
        {
            Kind = FaultKind.Redirect,
            Status = status,
            Location = target.Address.BaseUri + "api/v2/users/myself?apiKey=" + Uri.EscapeDataString(TestSpace.Key),
        });

        foreach (var form in new[] { ApiKeyForm.Header, ApiKeyForm.Query, ApiKeyForm.HeaderThenQuery })
        {
            var error = await Assert.ThrowsAsync<BacklogException>(() => space.Open(form: form).MyselfAsync());

            Assert.Equal(BacklogErrorKind.Redirected, error.Kind);
            Assert.Equal(status, error.StatusCode);
            Assert.Contains(target.Address.BaseUri + "api/v2/users/myself.", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("?", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(target.Requests);
        Assert.Equal(3, space.Requests.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        var packed = new MemoryStream();
        using (Stream pack = encoding == "gzip" ? new GZipStream(packed, CompressionMode.Compress) : new ZLibStream(packed, CompressionMode.Compress))
        {
            pack.Write(Encoding.UTF8.GetBytes("{\"id\":1,\"userId\":\"admin\",\"name\":\"管理者\"}"));
        }

        using var server = new RawServer(_ => RawServer.Answer(
            "200 OK", $"Content-Type: application/json\r\nContent-Encoding: {encoding}\r\n", packed.ToArray()));

        var user = await TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header)).MyselfAsync();

        Assert.Equal("管理者", user.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_verbose_line_tells_method_address_status_and_what_is_left_of_the_limit(bool query)
    {
        space.Simulator.Limits = new RateLimitSettings { Read = new ClassLimit(600) };
        var caller = new TestCaller();

        await Resources.Projects.ListAsync(space.Open(caller, query ? ApiKeyForm.Query : ApiKeyForm.Header), false, false, default);

        var line = Assert.Single(caller.VerboseLines);
        Assert.Matches($@"^GET {space.Address.BaseUri}api/v2/projects\?archived=false -> 200 in [0-9]+ ms, 599 of 600 ", line);
    }

    [Fact]
    public async Task An_object_knows_the_space_it_came_from()
    {
        var user = await space.Open().MyselfAsync();
        Assert.Equal(space.Address.Name, user.Space);
        Assert.Equal(space.Address.Name, user.NulabAccount!.Space);
        Assert.All(await space.Open().ProjectsAsync(), p => Assert.Equal(space.Address.Name, p.Space));
    }
}
