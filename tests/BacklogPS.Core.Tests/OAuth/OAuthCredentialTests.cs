using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.Resources;
using BacklogPS.SpaceSimulator;
using BacklogPS.SpaceSimulator.OAuth;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

/// <summary>Refreshing tokens, seen from the space and from the vault.</summary>
public sealed class OAuthCredentialTests : IAsyncLifetime
{
    private const string TokenPath = "/api/v2/oauth2/token";
    private static readonly BacklogPS.OAuth.OAuthClient Client = new(OAuthSettings.DemoClientId, OAuthSettings.DemoClientSecret);

    private readonly TemporaryFolder folder = new();
    private readonly MemoryVault vault = new();
    private readonly TestCaller caller;
    private readonly FakeTime time = new();
    private SimulatedSpace space = null!;
    private SpaceAddress address = null!;
    private KnownSpace known = null!;

    public OAuthCredentialTests()
    {
        caller = new TestCaller(vault);
    }

    public async Task InitializeAsync()
    {
        space = await SimulatedSpace.StartAsync(new SimulatorOptions { Limits = RateLimitSettings.Unlimited });
        address = SpaceAddress.Parse(space.Url.AbsoluteUri);
        known = new KnownSpace(address, AuthMethod.OAuth) { Vault = "Default", SecretName = "tokens" };
    }

    public async Task DisposeAsync()
    {
        await space.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_token_with_time_left_is_used_without_vault_or_refresh()
    {
        var machine = Machine();
        Assert.True(machine.IsReady);

        await AskAsync(machine);

        Assert.Empty(vault.Calls);
        Assert.Equal(0, Refreshes);
    }

    [Fact]
    public async Task Before_its_end_it_is_refreshed_and_stored_before_it_is_used()
    {
        var machine = Machine();
        time.Pass(TimeSpan.FromSeconds(3300));
        Assert.False(machine.IsReady);

        await AskAsync(machine);

        Assert.True(machine.IsReady);
        Assert.Equal(["Read Default/tokens", "Write Default/tokens-new", "Write Default/tokens", "Remove Default/tokens-new"], vault.Calls);
        Assert.Equal(["Default/tokens"], vault.Names);
        Assert.Equal([TokenPath, "/api/v2/users/myself"], space.Requests.Select(r => r.Path));
        AssertStoredIs(machine);
        Assert.Contains(caller.VerboseLines, l => l.Contains("was refreshed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_it_expires_is_told_without_the_calendar_of_a_culture()
    {
        // The Thai calendar is in the year 2569. The culture is restored when the asynchronous method ends.
        CultureInfo.CurrentCulture = new CultureInfo("th-TH");
        var machine = Machine();
        time.Pass(TimeSpan.FromSeconds(3300));

        await AskAsync(machine);

        Assert.Contains(caller.VerboseLines, l => l.Contains("expires at 2026-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_token_is_refreshed_and_the_call_repeated_once(bool expired)
    {
        var machine = Machine();
        Refuse(expired);

        await AskAsync(machine);

        Assert.Equal([401, 200, 200], space.Requests.Select(r => r.Status));
        AssertStoredIs(machine);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_refreshed_once_and_no_more()
    {
        space.Faults.Add(new Fault
        {
            Kind = FaultKind.Status,
            Status = 401,
            Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"invalid_token\", error_description=\"The access token is invalid\"" },
            PathPattern = "/api/v2/users/*",
        });

        var error = await Assert.ThrowsAsync<BacklogException>(() => AskAsync(Machine()));

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, error.Kind);
        Assert.Contains("Connect-BacklogSpaceOAuth", error.NextStep, StringComparison.Ordinal);
        Assert.Equal(1, Refreshes);
        Assert.Equal(3, space.Requests.Count);
    }

    [Fact]
    public async Task A_401_about_something_else_is_not_refreshed()
    {
        space.Faults.Add(new Fault
        {
            Kind = FaultKind.Status,
            Status = 401,
            Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Basic realm=\"proxy\"" },
            PathPattern = "/api/v2/users/*",
        });

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, (await Assert.ThrowsAsync<BacklogException>(() => AskAsync(Machine()))).Kind);
        Assert.Equal(0, Refreshes);
    }

    [Fact]
    public async Task Many_at_once_refresh_once()
    {
        var machine = Machine();
        for (var round = 1; round <= 50; round++)
        {
            Refuse(expired: round % 2 == 0);
            space.ClearLog();

            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync(machine))));

            Assert.Equal(1, Refreshes);
            AssertStoredIs(machine);
        }
    }

    [Fact]
    public async Task Two_machines_that_share_vault_and_folder_refresh_once()
    {
        // For everything that they share, these count as two processes.
        var (one, two) = (Machine(), Machine());
        for (var round = 1; round <= 50; round++)
        {
            Refuse(expired: round % 2 == 0);
            space.ClearLog();

            await Task.WhenAll(Task.Run(() => AskAsync(one)), Task.Run(() => AskAsync(two)));

            Assert.Equal(1, Refreshes);
            Assert.Equal(one.Grant.RefreshToken, two.Grant.RefreshToken);
            AssertStoredIs(one);
        }

        Assert.Contains(caller.VerboseLines, l => l.Contains("Another process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_due_another_machine_s_tokens_are_simply_used()
    {
        var (one, two) = (Machine(), Machine());
        time.Pass(TimeSpan.FromSeconds(3400));
        await AskAsync(one);
        space.ClearLog();

        await AskAsync(two);

        Assert.Equal(0, Refreshes);
        Assert.Equal(one.Grant.AccessToken, two.Grant.AccessToken);
    }

    [Fact]
    public async Task A_server_that_gives_the_same_token_with_the_time_left_is_believed()
    {
        space.OAuth.Settings.SameTokenRefresh = true;
        var machine = Machine();
        time.Pass(TimeSpan.FromSeconds(3400));

        await AskAsync(machine);
        await AskAsync(machine);

        Assert.Equal(1, Refreshes);
        Assert.InRange(machine.Grant.Lifetime.TotalSeconds, 3500, 3600);
    }

    [Theory]
    [InlineData(BacklogErrorKind.VaultLocked)]
    [InlineData(BacklogErrorKind.VaultFailed)]
    public async Task Where_the_vault_takes_nothing_the_tokens_live_on_and_are_stored_later(BacklogErrorKind failure)
    {
        var machine = Machine();
        var stored = vault["Default", "tokens"];
        vault.Failures["Write"] = failure;
        Refuse(expired: true);

        await AskAsync(machine);
        await AskAsync(machine);

        var warning = Assert.Single(caller.Warnings);
        Assert.Contains("kept in this process only", warning, StringComparison.Ordinal);
        Assert.Equal(1, Refreshes);
        Assert.Equal(stored, vault["Default", "tokens"]);

        // Storing is not retried with each call, but after a while, and without a second warning.
        time.Pass(TimeSpan.FromSeconds(31));
        await AskAsync(machine);
        Assert.Equal(stored, vault["Default", "tokens"]);
        vault.Failures.Clear();
        time.Pass(TimeSpan.FromSeconds(31));
        await AskAsync(machine);

        AssertStoredIs(machine);
        Assert.Single(caller.Warnings);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task Tokens_that_wait_for_the_vault_never_overwrite_a_newer_sign_in()
    {
        var machine = Machine();
        vault.Failures["Write"] = BacklogErrorKind.VaultLocked;
        Refuse(expired: true);
        await AskAsync(machine);
        vault.Failures.Clear();
        var newer = space.OAuth.IssueTokens("tanaka");
        Store(newer);

        time.Pass(TimeSpan.FromSeconds(31));
        await AskAsync(machine);

        Assert.Equal(newer.AccessToken, machine.Grant.AccessToken);
        Assert.Contains(newer.RefreshToken, vault["Default", "tokens"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_that_locked_itself_does_not_end_a_long_script()
    {
        var machine = Machine();
        vault.Failures["Read"] = BacklogErrorKind.VaultLocked;
        vault.Failures["Write"] = BacklogErrorKind.VaultLocked;
        for (var hour = 0; hour < 3; hour++)
        {
            time.Pass(TimeSpan.FromMinutes(57));
            space.OAuth.ExpireAccessTokens();
            await AskAsync(machine);
        }

        Assert.Equal(3, Refreshes);
        vault.Failures.Clear();
        time.Pass(TimeSpan.FromSeconds(31));
        await AskAsync(machine);
        AssertStoredIs(machine);
    }

    [Fact]
    public async Task A_spent_refresh_token_gives_way_to_a_newer_one_in_the_vault()
    {
        // Another machine, which our lock does not affect, stores its tokens just after ours were read.
        var machine = Machine();
        Refuse(expired: true);
        space.OAuth.RevokeRefreshTokens();
        var newer = space.OAuth.IssueTokens("admin");
        var late = new LateVault(vault, () => Store(newer));

        await AskAsync(machine, new TestCaller(late));

        Assert.Equal(newer.AccessToken, machine.Grant.AccessToken);
        Assert.Equal(1, Refreshes);
        AssertStoredIs(machine);
    }

    [Fact]
    public async Task A_spent_refresh_token_with_nothing_newer_leads_back_to_signing_in()
    {
        var machine = Machine();
        var stored = vault["Default", "tokens"];
        Refuse(expired: true);
        space.OAuth.RevokeRefreshTokens();

        var error = await Assert.ThrowsAsync<BacklogException>(() => AskAsync(machine));

        Assert.Equal(BacklogErrorKind.OAuthRefreshRefused, error.Kind);
        Assert.Contains($"Connect-BacklogSpaceOAuth -Space {address.Name} -ClientId {OAuthSettings.DemoClientId}", error.NextStep, StringComparison.Ordinal);
        Assert.Equal(stored, vault["Default", "tokens"]);
        Assert.Equal(["Read Default/tokens", "Read Default/tokens", "Read Default/tokens-new"], vault.Calls);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task A_sign_in_again_in_another_process_mends_it()
    {
        var machine = Machine();
        Refuse(expired: true);
        space.OAuth.RevokeRefreshTokens();
        await Assert.ThrowsAsync<BacklogException>(() => AskAsync(machine));
        Store(space.OAuth.IssueTokens("admin"));

        await AskAsync(machine);
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.InvalidJson)]
    public async Task While_the_token_is_good_a_refresh_that_fails_is_put_off(FaultKind fault)
    {
        var machine = Machine();
        time.Pass(TimeSpan.FromSeconds(3400));
        space.Faults.Add(new Fault { Kind = fault, PathPattern = TokenPath, Times = 1 });

        await AskAsync(machine);
        await AskAsync(machine);
        Assert.Equal(1, Refreshes);
        Assert.Contains(caller.VerboseLines, l => l.Contains("could not be refreshed yet", StringComparison.Ordinal));
        Assert.Empty(caller.Warnings);
    }

    [Theory]
    [InlineData(401, "{\"error\":\"invalid_client\"}", BacklogErrorKind.OAuthTokenRefused)]
    [InlineData(400, "", BacklogErrorKind.OAuthTokenRefused)]
    [InlineData(503, "{\"error\":\"temporarily_unavailable\"}", BacklogErrorKind.ServerFailed)]
    [InlineData(429, "{\"error\":\"slow_down\"}", BacklogErrorKind.RateLimited)]
    public async Task Only_an_invalid_grant_ends_the_sign_in(int status, string body, BacklogErrorKind kind)
    {
        var machine = Machine();
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, ContentType = "application/json", Body = body, PathPattern = TokenPath });

        // As long as the token is valid, the failure is not noticed.
        time.Pass(TimeSpan.FromSeconds(3400));
        await AskAsync(machine);

        time.Pass(TimeSpan.FromSeconds(300));
        var error = await Assert.ThrowsAsync<BacklogException>(() => AskAsync(machine));
        Assert.Equal(kind, error.Kind);

        space.Faults.Clear();
        await AskAsync(machine);
        AssertStoredIs(machine);
    }

    [Fact]
    public async Task Once_the_token_is_spent_a_refresh_that_fails_is_an_error()
    {
        var machine = Machine();
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 500, PathPattern = TokenPath });
        time.Pass(TimeSpan.FromSeconds(3601));

        Assert.Equal(BacklogErrorKind.ServerFailed, (await Assert.ThrowsAsync<BacklogException>(() => AskAsync(machine))).Kind);

        space.Faults.Clear();
        await AskAsync(machine);
        AssertStoredIs(machine);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_vault_that_another_program_set_back_gets_the_newer_tokens_again(bool toOlderOnes)
    {
        Connect();
        var machine = Machine();
        var older = vault["Default", "tokens"];
        Refuse(expired: true);
        await AskAsync(machine);
        var spent = machine.Grant;
        if (toOlderOnes)
        {
            vault["Default", "tokens"] = older;
        }
        else
        {
            await vault.RemoveAsync("Default", "tokens", CancellationToken.None);
        }

        Refuse(expired: true);
        await AskAsync(machine);

        Assert.NotEqual(spent.RefreshToken, machine.Grant.RefreshToken);
        Assert.Equal(2, Refreshes);
        AssertStoredIs(machine);
        Assert.Contains(caller.VerboseLines, l => l.Contains("stored again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_notices_late_is_looked_at_again_before_a_spent_token_is_sent()
    {
        Connect();
        var (one, two) = (Machine(), Machine());
        var older = vault["Default", "tokens"];
        Refuse(expired: true);
        await AskAsync(one);

        await AskAsync(two, new TestCaller(new SleepyVault(vault, older)));

        Assert.Equal(one.Grant.RefreshToken, two.Grant.RefreshToken);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task A_newer_sign_in_is_not_taken_for_a_vault_that_was_set_back()
    {
        // The newer sign-in comes from a machine whose clock is behind.
        Connect();
        var machine = Machine();
        Refuse(expired: true);
        await AskAsync(machine);
        Refuse(expired: false);
        time.SetClock(TimeSpan.FromHours(-1));
        var newer = space.OAuth.IssueTokens("admin");
        Store(newer);
        Connect("another");

        await AskAsync(machine);

        Assert.Equal(newer.AccessToken, machine.Grant.AccessToken);
        Assert.Equal(1, Refreshes);
        AssertStoredIs(machine);
    }

    [Fact]
    public async Task Stopping_during_a_refresh_loses_no_tokens()
    {
        var machine = Machine();
        Refuse(expired: true);
        space.Faults.Add(new Fault { Kind = FaultKind.Delay, DelayMs = 400, PathPattern = TokenPath });
        using var stop = new CancellationTokenSource();
        var asking = AskAsync(machine, caller, stop.Token);
        while (Refreshes == 0)
        {
            await Task.Delay(5);
        }

        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        AssertStoredIs(machine);
        await AskAsync(machine);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task Tokens_of_the_session_only_are_refreshed_without_any_vault_or_file()
    {
        var tokens = space.OAuth.IssueTokens("admin");
        var machine = new OAuthCredential(Endpoint(), Grant(tokens), null, time);
        Refuse(expired: true);

        await AskAsync(machine);
        time.Pass(TimeSpan.FromSeconds(3400));
        await AskAsync(machine);

        Assert.Equal(2, Refreshes);
        Assert.Empty(vault.Calls);
        Assert.False(System.IO.Directory.Exists(folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tokens_that_a_killed_process_left_half_stored_are_taken_and_stored(bool formerIsGone)
    {
        // The process was killed after it had stored the new tokens under the second name. Vaults that replace by
        // removing have lost the former ones.
        var machine = Machine();
        Refuse(expired: true);
        var pair = await Endpoint().RefreshAsync(Client, machine.Grant.RefreshToken, CancellationToken.None);
        vault["Default", "tokens-new"] = StoredSecret.WriteOAuth(address, OAuthGrant.From(Client, pair, time));
        if (formerIsGone)
        {
            await vault.RemoveAsync("Default", "tokens", CancellationToken.None);
        }

        await AskAsync(machine);
        AssertStoredIs(machine);
        Assert.Equal(["Default/tokens"], vault.Names);
        Assert.Equal(pair.AccessToken, machine.Grant.AccessToken);
    }

    [Fact]
    public async Task A_vault_that_takes_no_second_name_is_used_all_the_same()
    {
        var machine = Machine();
        Refuse(expired: true);

        await AskAsync(machine, new TestCaller(new OneNameVault(vault)));

        AssertStoredIs(machine);
        Assert.Equal(["Default/tokens"], vault.Names);
    }

    [Fact]
    public async Task A_secret_that_is_gone_ends_it()
    {
        // Another process has disconnected the space, so its tokens must not be stored again.
        var machine = Machine();
        await vault.RemoveAsync("Default", "tokens", CancellationToken.None);
        Refuse(expired: true);

        Assert.Equal(BacklogErrorKind.SecretMissing, (await Assert.ThrowsAsync<BacklogException>(() => AskAsync(machine))).Kind);
        Assert.Equal(0, Refreshes);
        Assert.Empty(vault.Names);
    }

    [Fact]
    public async Task At_hand_they_are_used_as_they_are_and_never_refreshed()
    {
        var machine = Machine();
        var atHand = new BacklogHttp(Transport(machine), new FixedCredential(machine), caller);
        await Users.GetMyselfAsync(atHand, CancellationToken.None);

        Refuse(expired: false);
        var refused = await Assert.ThrowsAsync<BacklogException>(() => Users.GetMyselfAsync(atHand, CancellationToken.None));
        time.Pass(TimeSpan.FromSeconds(3400));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Users.GetMyselfAsync(atHand, CancellationToken.None));

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, refused.Kind);
        Assert.Equal(2, space.Requests.Count);
        Assert.Equal(0, Refreshes);
    }

    [Fact]
    public void Its_secrets_are_taken_out_of_texts()
    {
        var machine = Machine();
        var text = $"a {machine.Grant.AccessToken} b {machine.Grant.RefreshToken.ToLowerInvariant()} c {Client.Secret} d";

        Assert.Equal("a *** b *** c *** d", machine.Redact(text));
        Assert.DoesNotContain(machine.Grant.AccessToken, machine.ToString() + machine.Grant, StringComparison.Ordinal);
    }

    private int Refreshes => space.Requests.Count(r => r.Path == TokenPath);

    private void Refuse(bool expired)
    {
        if (expired)
        {
            space.OAuth.ExpireAccessTokens();
        }
        else
        {
            space.OAuth.RevokeAccessTokens();
        }
    }

    private Task AskAsync(OAuthCredential machine, ICaller? by = null, CancellationToken cancel = default) =>
        Users.GetMyselfAsync(new BacklogHttp(Transport(machine), machine, by ?? caller), cancel);

    // Each has its own gate, like separate processes.
    private readonly Dictionary<OAuthCredential, SpaceTransport> transports = new();

    private SpaceTransport Transport(OAuthCredential machine)
    {
        lock (transports)
        {
            return transports.TryGetValue(machine, out var known) ? known : transports[machine] = new SpaceTransport(address);
        }
    }

    private TokenEndpoint Endpoint() => new(address);

    /// <summary>Imitates a process that has read the stored tokens, or stored the first ones.</summary>
    private OAuthCredential Machine()
    {
        if (vault.Names.Count == 0)
        {
            Store(space.OAuth.IssueTokens("admin"));
        }

        var stored = StoredSecret.ReadOAuth(vault["Default", "tokens"], address, "Default", "tokens", time);
        return new OAuthCredential(Endpoint(), stored, new StoredGrant(new SpaceRegistry(folder.Path), known, time), time);
    }

    private void Connect(string stamp = "") => new SpaceRegistry(folder.Path).Update(r => r.With(known with { Stamp = stamp }));

    private void Store(TokenPair tokens) => vault["Default", "tokens"] = StoredSecret.WriteOAuth(address, Grant(tokens));

    private OAuthGrant Grant(TokenPair tokens) =>
        OAuthGrant.From(Client, new TokenAnswer(tokens.AccessToken, tokens.RefreshToken, TimeSpan.FromSeconds(tokens.ExpiresIn)), time);

    private void AssertStoredIs(OAuthCredential machine)
    {
        var stored = StoredSecret.ReadOAuth(vault["Default", "tokens"], address, "Default", "tokens", time);
        Assert.True(stored.IsSame(machine.Grant));
    }

    /// <summary>A vault that refuses names that have been removed.</summary>
    private sealed class OneNameVault(MemoryVault inner) : ICredentialVault
    {
        public string? Mark => null;

        public Task<string?> LookAsync(string vault, string name, CancellationToken cancel) => inner.LookAsync(vault, name, cancel);

        public Task<string> FindAsync(string? vault, CancellationToken cancel) => inner.FindAsync(vault, cancel);

        public Task<string> ReadAsync(string vault, string name, CancellationToken cancel) => inner.ReadAsync(vault, name, cancel);

        public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel) =>
            name == "tokens" ? inner.WriteAsync(vault, name, secret, cancel) : throw new BacklogException(BacklogErrorKind.VaultFailed, "no");

        public Task RemoveAsync(string vault, string name, CancellationToken cancel) =>
            name == "tokens" ? inner.RemoveAsync(vault, name, cancel) : throw new BacklogException(BacklogErrorKind.VaultFailed, "no");
    }

    /// <summary>
    /// A vault that returns an old secret twice before it notices that another process has written a new one.
    /// </summary>
    private sealed class SleepyVault(MemoryVault inner, string old) : ICredentialVault
    {
        private int reads;

        public string? Mark => null;

        public Task<string?> LookAsync(string vault, string name, CancellationToken cancel) => inner.LookAsync(vault, name, cancel);

        public Task<string> FindAsync(string? vault, CancellationToken cancel) => inner.FindAsync(vault, cancel);

        public Task<string> ReadAsync(string vault, string name, CancellationToken cancel) =>
            name == "tokens" && reads++ < 2 ? Task.FromResult(old) : inner.ReadAsync(vault, name, cancel);

        public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel) => inner.WriteAsync(vault, name, secret, cancel);

        public Task RemoveAsync(string vault, string name, CancellationToken cancel) => inner.RemoveAsync(vault, name, cancel);
    }

    /// <summary>A vault whose content changes right after the first read.</summary>
    private sealed class LateVault(MemoryVault inner, Action afterFirstRead) : ICredentialVault
    {
        private bool wasRead;

        public string? Mark => null;

        public Task<string?> LookAsync(string vault, string name, CancellationToken cancel) => inner.LookAsync(vault, name, cancel);

        public Task<string> FindAsync(string? vault, CancellationToken cancel) => inner.FindAsync(vault, cancel);

        public async Task<string> ReadAsync(string vault, string name, CancellationToken cancel)
        {
            var secret = await inner.ReadAsync(vault, name, cancel);
            if (!wasRead)
            {
                wasRead = true;
                afterFirstRead();
            }

            return secret;
        }

        public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel) => inner.WriteAsync(vault, name, secret, cancel);

        public Task RemoveAsync(string vault, string name, CancellationToken cancel) => inner.RemoveAsync(vault, name, cancel);
    }
}
