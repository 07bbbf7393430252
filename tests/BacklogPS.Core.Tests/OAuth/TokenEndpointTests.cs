using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.SpaceSimulator;
using BacklogPS.SpaceSimulator.OAuth;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

public sealed class TokenEndpointTests : IAsyncLifetime
{
    private const string Path = "/api/v2/oauth2/token";
    private static readonly Uri RedirectUri = new("http://127.0.0.1:54321/callback");
    private static readonly BacklogPS.OAuth.OAuthClient Client = new(OAuthSettings.DemoClientId, OAuthSettings.DemoClientSecret);

    private SimulatedSpace space = null!;
    private TokenEndpoint endpoint = null!;

    public async Task InitializeAsync()
    {
        space = await SimulatedSpace.StartAsync();
        endpoint = new TokenEndpoint(SpaceAddress.Parse(space.Url.AbsoluteUri));
    }

    public async Task DisposeAsync() => await space.DisposeAsync();

    [Fact]
    public async Task A_code_is_exchanged_with_the_same_redirect_uri()
    {
        var code = space.OAuth.IssueCode("admin", RedirectUri.AbsoluteUri);

        var tokens = await ExchangeAsync(code);

        Assert.Equal(64, tokens.AccessToken.Length);
        Assert.Equal(64, tokens.RefreshToken.Length);
        Assert.Equal(TimeSpan.FromSeconds(3600), tokens.Lifetime);
        var request = Assert.Single(space.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("", request.Query);
        Assert.Contains("grant_type=authorization_code", request.Body, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(RedirectUri.AbsoluteUri), request.Body, StringComparison.Ordinal);
        Assert.Contains("client_secret=" + OAuthSettings.DemoClientSecret, request.Body, StringComparison.Ordinal);
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_brings_the_next_pair()
    {
        var first = space.OAuth.IssueTokens("admin");

        var second = await endpoint.RefreshAsync(Client, first.RefreshToken, CancellationToken.None);

        Assert.NotEqual(first.AccessToken, second.AccessToken);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        var refusal = await Assert.ThrowsAsync<TokenRefusedException>(
            () => endpoint.RefreshAsync(Client, first.RefreshToken, CancellationToken.None));
        Assert.Equal("invalid_grant", refusal.Error);
    }

    [Fact]
    public async Task A_refresh_without_a_new_refresh_token_keeps_the_former_one()
    {
        space.OAuth.Settings.OmitTokenFields = ["refresh_token"];
        var first = space.OAuth.IssueTokens("admin");

        Assert.Equal(first.RefreshToken, (await endpoint.RefreshAsync(Client, first.RefreshToken, CancellationToken.None)).RefreshToken);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    public async Task An_answer_that_lacks_a_field_names_it(string field)
    {
        space.OAuth.Settings.OmitTokenFields = [field];

        var error = await FailureAsync();

        Assert.Equal(BacklogErrorKind.AnswerInvalid, error.Kind);
        Assert.Contains($"'{field}'", error.Message, StringComparison.Ordinal);
        AssertNoSecret(error);
    }

    [Theory]
    [InlineData("{\"access_token\":\"CanaryToken\",\"token_type\":\"mac\",\"expires_in\":3600,\"refresh_token\":\"CanaryToken\"}", "token_type")]
    [InlineData("{\"access_token\":\"Canary\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"CanaryToken\"}", "access_token")]
    [InlineData("{\"access_token\":{\"a\":\"CanaryToken\"},\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"CanaryToken\"}", "access_token")]
    [InlineData("{\"access_token\":\"CanaryToken\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":null}", "refresh_token")]
    [InlineData("[\"CanaryToken\"]", "JSON object")]
    [InlineData("{\"access_token\":\"CanaryToken\"", "JSON object")]
    [InlineData("CanaryToken", "JSON object")]
    [InlineData("", "JSON object")]
    public async Task An_answer_of_another_shape_is_an_error_that_repeats_nothing(string body, string named)
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 200, ContentType = "application/json", Body = body, PathPattern = Path });

        var error = await FailureAsync();

        Assert.Equal(BacklogErrorKind.AnswerInvalid, error.Kind);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        AssertNoSecret(error);
    }

    [Theory]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":\"1800\"", 1800)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":1800.75", 1800)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":1.8e3", 1800)]
    [InlineData("\"token_type\":\"Bearer\"", 3600)]
    [InlineData("\"expires_in\":1800", 1800)]
    [InlineData("\"token_type\":null,\"expires_in\":null", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":\"soon\"", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":{}", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":true", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":0", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":-5", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":99999999999", 3600)]
    [InlineData("\"token_type\":\"Bearer\",\"expires_in\":123456789012345678901234567890", 3600)]
    public async Task Good_tokens_are_kept_whatever_is_said_of_their_lifetime(string rest, int seconds)
    {
        AnswerWith(200, "{\"access_token\":\"Access\",\"refresh_token\":\"Refresh\"," + rest + "}");

        var tokens = await endpoint.RefreshAsync(Client, "former", CancellationToken.None);

        Assert.Equal("Access", tokens.AccessToken);
        Assert.Equal("Refresh", tokens.RefreshToken);
        Assert.Equal(TimeSpan.FromSeconds(seconds), tokens.Lifetime);
    }

    [Fact]
    public async Task Good_tokens_are_kept_behind_a_byte_order_mark()
    {
        AnswerWith(200, "\uFEFF{\"access_token\":\"Access\",\"refresh_token\":null,\"token_type\":\"bearer\",\"expires_in\":60}");

        var tokens = await endpoint.RefreshAsync(Client, "former", CancellationToken.None);

        Assert.Equal("Access", tokens.AccessToken);
        Assert.Equal("former", tokens.RefreshToken);
    }

    [Fact]
    public async Task A_web_page_is_no_answer()
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Html, Status = 200, PathPattern = Path });

        Assert.Equal(BacklogErrorKind.AnswerNotJson, (await FailureAsync()).Kind);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        space.Faults.Add(new Fault { Kind = FaultKind.ExtraLarge, Status = 200, PathPattern = Path });

        var error = await FailureAsync();

        Assert.Equal(BacklogErrorKind.AnswerInvalid, error.Kind);
        Assert.Contains("64 KB", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, BacklogErrorKind.ServerFailed)]
    [InlineData(503, BacklogErrorKind.ServerFailed)]
    [InlineData(429, BacklogErrorKind.RateLimited)]
    [InlineData(403, BacklogErrorKind.AccessDenied)]
    [InlineData(404, BacklogErrorKind.NotFound)]
    public async Task Other_answers_are_what_they_are_everywhere(int status, BacklogErrorKind kind)
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, PathPattern = Path });

        Assert.Equal(kind, (await FailureAsync()).Kind);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_secret()
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Redirect, Status = 307, Location = space.Url + "api/v2/space", PathPattern = Path });

        Assert.Equal(BacklogErrorKind.Redirected, (await FailureAsync()).Kind);
        Assert.Single(space.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_an_error()
    {
        space.Faults.Add(new Fault { Kind = FaultKind.CutOff, PathPattern = Path });

        Assert.Equal(BacklogErrorKind.AnswerCutOff, (await FailureAsync()).Kind);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_client\",\"error_description\":\"Who?\"}", "invalid_client", "invalid_client: Who?")]
    [InlineData(401, "{\"error\":\"invalid_client\"}", "invalid_client", "invalid_client")]
    [InlineData(400, "", null, "HTTP 400")]
    [InlineData(401, "<html>", null, "HTTP 401")]
    [InlineData(400, "{\"error\":{\"a\":1}}", null, "HTTP 400")]
    public async Task A_refusal_says_what_the_space_says(int status, string body, string? name, string said)
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, Body = body, PathPattern = Path });

        var refusal = await Assert.ThrowsAsync<TokenRefusedException>(() => ExchangeAsync("code"));

        Assert.Equal(name, refusal.Error);
        Assert.Equal(said, refusal.Message);
    }

    [Theory]
    [InlineData(503, "invalid_grant", BacklogErrorKind.ServerFailed)]
    [InlineData(500, "server_error", BacklogErrorKind.ServerFailed)]
    [InlineData(503, "temporarily_unavailable", BacklogErrorKind.ServerFailed)]
    [InlineData(429, "slow_down", BacklogErrorKind.RateLimited)]
    [InlineData(429, "invalid_grant", BacklogErrorKind.RateLimited)]
    [InlineData(403, "access_denied", BacklogErrorKind.AccessDenied)]
    public async Task A_server_that_is_busy_or_out_of_order_refuses_no_tokens(int status, string error, BacklogErrorKind kind)
    {
        AnswerWith(status, $"{{\"error\":\"{error}\"}}");

        var failure = await Assert.ThrowsAsync<BacklogException>(() => endpoint.RefreshAsync(Client, "former", CancellationToken.None));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task A_refusal_that_repeats_what_was_sent_does_not_pass_it_on()
    {
        space.Faults.Add(new Fault
        {
            Kind = FaultKind.Status,
            Status = 400,
            Body = $"{{\"error\":\"invalid_grant\",\"error_description\":\"no CanaryCode of {OAuthSettings.DemoClientSecret}\\u001b[2J\"}}",
            PathPattern = Path,
        });

        var refusal = await Assert.ThrowsAsync<TokenRefusedException>(() => ExchangeAsync("CanaryCode"));

        Assert.Equal("invalid_grant: no *** of ***␛[2J", refusal.Message);
    }

    [Fact]
    public async Task Stopping_ends_it_at_once()
    {
        space.Faults.Add(new Fault { Kind = FaultKind.Hang, PathPattern = Path });
        using var stop = new CancellationTokenSource();
        var asking = endpoint.ExchangeAsync(Client, "code", RedirectUri, stop.Token);
        while (space.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private void AnswerWith(int status, string body) =>
        space.Faults.Add(new Fault { Kind = FaultKind.Status, Status = status, ContentType = "application/json", Body = body, PathPattern = Path });

    private Task<TokenAnswer> ExchangeAsync(string code) => endpoint.ExchangeAsync(Client, code, RedirectUri, CancellationToken.None);

    private Task<BacklogException> FailureAsync() =>
        Assert.ThrowsAsync<BacklogException>(() => ExchangeAsync(space.OAuth.IssueCode("admin", RedirectUri.AbsoluteUri)));

    private static void AssertNoSecret(Exception error)
    {
        Assert.DoesNotContain("Canary", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(OAuthSettings.DemoClientSecret, error.ToString(), StringComparison.Ordinal);
    }
}
