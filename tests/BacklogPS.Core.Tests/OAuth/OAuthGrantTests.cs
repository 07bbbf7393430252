using System;
using BacklogPS.OAuth;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

public class OAuthGrantTests
{
    private static readonly OAuthClient Client = new("client", "secret");
    private readonly FakeTime time = new();

    [Theory]
    [InlineData(3600, 300)]
    [InlineData(3000, 300)]
    [InlineData(600, 60)]
    [InlineData(10, 1)]
    [InlineData(86400, 300)]
    public void It_is_due_five_minutes_or_a_tenth_of_its_life_before_its_end(int life, int margin)
    {
        var grant = Come(life);

        time.Pass(TimeSpan.FromSeconds(life - margin) - TimeSpan.FromMilliseconds(1));
        Assert.False(grant.IsDue);
        time.Pass(TimeSpan.FromMilliseconds(1));
        Assert.True(grant.IsDue);
        Assert.Equal(TimeSpan.FromSeconds(margin), grant.Left);
    }

    [Fact]
    public void A_clock_set_back_makes_no_token_last_longer()
    {
        var grant = Come(3600);
        time.SetClock(TimeSpan.FromDays(-3));

        Assert.False(grant.IsDue);
        time.Pass(TimeSpan.FromSeconds(3300));
        Assert.True(grant.IsDue);
    }

    [Fact]
    public void A_clock_set_forward_costs_one_refresh_and_no_more()
    {
        var grant = Come(3600);
        time.SetClock(TimeSpan.FromDays(3));
        Assert.True(grant.IsDue);

        Assert.False(Come(3600).IsDue);
    }

    [Fact]
    public void A_stored_token_of_a_machine_whose_clock_is_ahead_lasts_no_longer_than_its_life()
    {
        var grant = OAuthGrant.Stored(Client, "a", "r", TimeSpan.FromSeconds(3600), time.UtcNow + TimeSpan.FromDays(1), 1, time);

        Assert.Equal(TimeSpan.FromSeconds(3600), grant.Left);
    }

    [Fact]
    public void A_stored_token_of_a_machine_whose_clock_is_behind_is_due_at_once()
    {
        Assert.True(OAuthGrant.Stored(Client, "a", "r", TimeSpan.FromSeconds(3600), time.UtcNow - TimeSpan.FromDays(1), 1, time).IsDue);
    }

    private OAuthGrant Come(int life) => OAuthGrant.From(Client, new TokenAnswer("a", "r", TimeSpan.FromSeconds(life)), time);
}
