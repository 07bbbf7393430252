using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.OAuth;
using BacklogPS.Session;
using BacklogPS.SpaceSimulator;
using BacklogPS.SpaceSimulator.OAuth;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

/// <summary>Connecting and disconnecting, with the test in the roles of the person and the browser.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private static readonly BacklogPS.OAuth.OAuthClient Client = new(OAuthSettings.DemoClientId, OAuthSettings.DemoClientSecret);

    private readonly TemporaryFolder folder = new();
    private readonly MemoryVault vault = new();
    private readonly TestCaller caller;
    private readonly BacklogSession session;
    private SimulatedSpace space = null!;
    private SpaceAddress address = null!;

    public SignInTests()
    {
        caller = new TestCaller(vault);
        session = new BacklogSession(new SpaceRegistry(folder.Path), new EnvironmentSettings(_ => null));
    }

    public async Task InitializeAsync()
    {
        space = await SimulatedSpace.StartAsync();
        address = SpaceAddress.Parse(space.Url.AbsoluteUri);
    }

    public async Task DisposeAsync()
    {
        await space.DisposeAsync();
        folder.Dispose();
    }

    private string SecretName => "Default/" + SecretNames.For(address, AuthMethod.OAuth);

    [Fact]
    public async Task Who_allows_access_is_connected()
    {
        var status = await ConnectAsync(Allow);

        Assert.Equal("OAuth 2.0", status.AuthMethod);
        Assert.Equal(OAuthSettings.DemoClientId, status.ClientId);
        Assert.Equal("Demo...", status.ClientSecretPrefix);
        Assert.Matches("^[A-Za-z0-9]{4}\\.\\.\\.$", status.AccessTokenPrefix);
        Assert.InRange(status.ExpiresAt!.Value, DateTimeOffset.Now.AddMinutes(59), DateTimeOffset.Now.AddMinutes(61));
        Assert.Equal("Default", status.StoredIn);
        Assert.Null(status.ApiKeyPrefix);
        Assert.True(status.IsCurrent);
        Assert.True(status.IsValid);
        Assert.Equal([SecretName], vault.Names);
        Assert.DoesNotContain(OAuthSettings.DemoClientSecret, System.IO.File.ReadAllText(folder.Registry), StringComparison.Ordinal);
        Assert.Equal(["spaces.json"], System.IO.Directory.GetFiles(folder.Path).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public async Task The_next_process_works_with_what_is_stored()
    {
        await ConnectAsync(Allow);
        var next = new BacklogSession(new SpaceRegistry(folder.Path), new EnvironmentSettings(_ => null));

        var unread = await new AuthStatusReader(next, caller).ReadAsync(address, verify: false, CancellationToken.None);
        var status = await new AuthStatusReader(next, caller).ReadAsync(address, verify: true, CancellationToken.None);

        Assert.Equal(OAuthSettings.DemoClientId, unread.ClientId);
        Assert.Null(unread.AccessTokenPrefix);
        Assert.True(status.IsValid);
        Assert.Equal("Demo...", status.ClientSecretPrefix);
        Assert.NotNull(status.ExpiresAt);
    }

    [Fact]
    public async Task A_status_tells_of_the_token_that_asking_for_it_brought()
    {
        await ConnectAsync(Allow);
        space.OAuth.ExpireAccessTokens();

        var status = await new AuthStatusReader(session, caller).ReadAsync(address, verify: true, CancellationToken.None);

        var stored = StoredSecret.ReadOAuth(vault["Default", SecretName[8..]], address, "Default", "x", TimeSource.System);
        Assert.Equal(stored.AccessToken[..4] + "...", status.AccessTokenPrefix);
    }

    [Fact]
    public async Task For_the_session_only_nothing_is_stored()
    {
        var status = await ConnectAsync(Allow, sessionOnly: true);

        Assert.Equal("Session only", status.StoredIn);
        Assert.Empty(vault.Calls);
        Assert.False(System.IO.Directory.Exists(folder.Path));
    }

    [Theory]
    [InlineData("access_denied", BacklogErrorKind.OAuthDenied)]
    [InlineData("server_error", BacklogErrorKind.OAuthAuthorizationFailed)]
    public async Task Who_does_not_is_not(string error, BacklogErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<BacklogException>(() => ConnectAsync(r => $"{r.RedirectUri}?error={error}&state={State(r)}"));

        Assert.Equal(kind, failure.Kind);
        Assert.NotNull(failure.NextStep);
        AssertNothingIsConnected();
        Assert.Empty(space.Requests);
    }

    [Fact]
    public async Task A_code_that_the_space_does_not_know_is_refused()
    {
        var failure = await Assert.ThrowsAsync<BacklogException>(() => ConnectAsync(r => $"{r.RedirectUri}?code=CanaryCode&state={State(r)}"));

        Assert.Equal(BacklogErrorKind.OAuthTokenRefused, failure.Kind);
        Assert.Contains("http://127.0.0.1:54321/callback", failure.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
        AssertNothingIsConnected();
    }

    [Fact]
    public async Task A_vault_that_is_missing_is_said_before_anybody_signs_in()
    {
        vault.Failures["Find"] = BacklogErrorKind.NoVaultRegistered;

        var failure = await Assert.ThrowsAsync<BacklogException>(() => ConnectAsync(_ => throw new InvalidOperationException("nobody is to be asked")));

        Assert.Equal(BacklogErrorKind.NoVaultRegistered, failure.Kind);
    }

    [Fact]
    public async Task Where_the_vault_refuses_nothing_is_connected()
    {
        vault.Failures["Write"] = BacklogErrorKind.VaultFailed;

        Assert.Equal(BacklogErrorKind.VaultFailed, (await Assert.ThrowsAsync<BacklogException>(() => ConnectAsync(Allow))).Kind);
        AssertNothingIsConnected();
    }

    [Fact]
    public async Task Signing_in_replaces_a_key_and_a_key_replaces_the_tokens()
    {
        var withKey = new ConnectRequest(address) { ApiKey = SimulatorOptions.DemoApiKey };
        await new SpaceConnector(session, caller).ConnectAsync(withKey, CancellationToken.None);
        await ConnectAsync(Allow);
        Assert.Equal([SecretName], vault.Names);

        await new SpaceConnector(session, caller).ConnectAsync(withKey, CancellationToken.None);

        Assert.Equal(["Default/" + SecretNames.For(address)], vault.Names);
        var status = await new AuthStatusReader(session, caller).ReadAsync(address, verify: true, CancellationToken.None);
        Assert.Equal("API key", status.AuthMethod);
        Assert.Null(status.ClientId);
        Assert.True(status.IsValid);
    }

    [Fact]
    public async Task Leaving_removes_the_tokens_and_every_file()
    {
        await ConnectAsync(Allow);

        await new SpaceConnector(session, caller).DisconnectAsync(address, force: false, CancellationToken.None);

        Assert.Empty(vault.Names);
        AssertNothingIsConnected();
        Assert.False(System.IO.Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_pasted_address_is_as_good_as_a_redirect()
    {
        var host = new TestHost("  not an address  ", "http://127.0.0.1:54321/callback?code=x&state=stale", "\"{0}\"");
        var flow = new PasteFlow(host);
        var request = new AuthorizationRequest(address, "client", 54321, "the-state");
        host.Answer = "http://127.0.0.1:54321/callback?code=right&state=the-state";

        Assert.Equal("right", (await flow.RunAsync(request, CancellationToken.None)).Code);
        Assert.Contains(request.Address.AbsoluteUri, host.Shown);
        Assert.Equal(2, host.Shown.Count(s => s.StartsWith("That is not the address", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_no_line_can_be_read_pasting_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<BacklogException>(() => new PasteFlow(new TestHost()).RunAsync(
            new AuthorizationRequest(address, "client", 54321), CancellationToken.None));

        Assert.Equal(BacklogErrorKind.OAuthInteractionRequired, failure.Kind);
    }

    [Fact]
    public void What_is_stored_is_small_and_only_for_its_space()
    {
        var time = new FakeTime();
        var client = new BacklogPS.OAuth.OAuthClient(new string('c', 64), new string('s', 128));
        var grant = OAuthGrant.From(client, new TokenAnswer(new string('a', 256), new string('r', 256), TimeSpan.FromSeconds(3600)), time);
        var mine = SpaceAddress.Parse("https://backlog.example.com/a/rather/long/path");

        var secret = StoredSecret.WriteOAuth(mine, grant);

        Assert.InRange(secret.Length, 1, 1200);
        var read = StoredSecret.ReadOAuth(secret, mine, "v", "n", time);
        Assert.True(read.IsSame(grant));
        Assert.Equal(client.Secret, read.Client.Secret);
        Assert.Equal(grant.Left, read.Left);
        Assert.Equal(BacklogErrorKind.SecretInvalid, Assert.Throws<BacklogException>(
            () => StoredSecret.ReadOAuth(secret, SpaceAddress.Parse("other.backlog.com"), "v", "n", time)).Kind);
        foreach (var damaged in new[] { "", "CanaryKey", "{}", secret[..^20], secret.Replace("\"v\":1", "\"v\":9"), secret.Replace("oauth", "apiKey"), secret.Replace("lifetime", "other") })
        {
            var failure = Assert.Throws<BacklogException>(() => StoredSecret.ReadOAuth(damaged, mine, "v", "n", time));
            Assert.Equal(BacklogErrorKind.SecretInvalid, failure.Kind);
            Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
            Assert.Contains("Connect-BacklogSpaceOAuth", failure.NextStep, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("client", "")]
    [InlineData("client", "\"secret\" ")]
    [InlineData("client\n", "secret")]
    public void A_client_that_cannot_be_is_refused(string id, string secret)
    {
        var failure = Assert.Throws<BacklogException>(() => new BacklogPS.OAuth.OAuthClient(id, secret));

        Assert.Equal(BacklogErrorKind.OAuthClientInvalid, failure.Kind);
        Assert.DoesNotContain("\"secret\"", failure.Message, StringComparison.Ordinal);
    }

    private string Allow(AuthorizationRequest request) =>
        $"{request.RedirectUri}?code={space.OAuth.IssueCode("admin", request.RedirectUri.AbsoluteUri)}&state={State(request)}";

    private Task<AuthStatus> ConnectAsync(Func<AuthorizationRequest, string> redirect, bool sessionOnly = false) =>
        new SpaceConnector(session, caller).ConnectAsync(
            new OAuthConnectRequest(address, Client) { Port = 54321, SessionOnly = sessionOnly },
            new PlayedFlow(redirect),
            CancellationToken.None);

    private void AssertNothingIsConnected()
    {
        Assert.Empty(vault.Names);
        Assert.Empty(session.Spaces.All);
        Assert.Null(session.Spaces.Current);
    }

    private static string State(AuthorizationRequest request) => request.Address.Query[(request.Address.Query.IndexOf("state=", StringComparison.Ordinal) + 6)..];

    /// <summary>A browser that returns at once with the redirect that the test provides.</summary>
    private sealed class PlayedFlow(Func<AuthorizationRequest, string> redirect) : IAuthorizationFlow
    {
        public Task<AuthorizationAnswer> RunAsync(AuthorizationRequest request, CancellationToken cancel) =>
            Task.FromResult(AuthorizationAnswer.Read(new Uri(redirect(request)).Query, request)!);
    }

    /// <summary>A person who types these lines.</summary>
    private sealed class TestHost(params string[] lines) : ISignInHost
    {
        public Queue<string> Lines { get; } = new(lines);

        public string Answer { get; set; } = "";

        public List<string> Shown { get; } = [];

        public Task ShowAsync(string text)
        {
            Shown.Add(text);
            return Task.CompletedTask;
        }

        public Task<string?> ReadLineAsync() => Task.FromResult(
            Lines.TryDequeue(out var line) ? line.Replace("{0}", Answer, StringComparison.Ordinal) : null);
    }
}
