using System;
using System.Linq;
using BacklogPS.OAuth;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

public class AuthorizationRequestTests
{
    [Fact]
    public void The_address_is_the_documented_one()
    {
        var request = new AuthorizationRequest(SpaceAddress.Parse("mycompany.backlog.jp"), "a&b", 54321, "the-state");

        Assert.Equal("http://127.0.0.1:54321/callback", request.RedirectUri.AbsoluteUri);
        Assert.Equal(
            "https://mycompany.backlog.jp/OAuth2AccessRequest.action?response_type=code&client_id=a%26b"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A54321%2Fcallback&state=the-state",
            request.Address.AbsoluteUri);
    }

    [Fact]
    public void A_server_below_a_path_is_asked_below_that_path()
    {
        var request = new AuthorizationRequest(SpaceAddress.Parse("https://tools.example.com/backlog"), "client", 1024);

        Assert.StartsWith("https://tools.example.com/backlog/OAuth2AccessRequest.action?", request.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_attempt_has_a_state_of_its_own_of_32_bytes()
    {
        var states = Enumerable.Range(0, 200).Select(_ => State(new AuthorizationRequest(SpaceAddress.Parse("a.backlog.com"), "c", 1))).ToList();

        Assert.Equal(200, states.Distinct().Count());
        Assert.All(states, s => Assert.Matches("^[A-Za-z0-9_-]{43}$", s));
    }

    [Fact]
    public void Only_its_own_state_is_its_own()
    {
        var request = new AuthorizationRequest(SpaceAddress.Parse("a.backlog.com"), "c", 1);
        var state = State(request);

        Assert.True(request.IsOurs(state));
        Assert.False(request.IsOurs(""));
        Assert.False(request.IsOurs(state + "A"));
        Assert.False(request.IsOurs(state[..^1]));
        Assert.False(request.IsOurs(state.ToUpperInvariant() == state ? state.ToLowerInvariant() : state.ToUpperInvariant()));
    }

    private static string State(AuthorizationRequest request) => request.Address.Query[(request.Address.Query.IndexOf("state=", StringComparison.Ordinal) + 6)..];
}
