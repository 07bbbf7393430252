using System;
using System.Globalization;

namespace BacklogPS.OAuth;

/// <summary>What a user's consent is worth: the tokens, whose they are, and until when. Immutable.</summary>
internal sealed class OAuthGrant
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private readonly TimeSource time;
    private readonly TimeSpan deadline;

    private OAuthGrant(
        OAuthClient client,
        string accessToken,
        string refreshToken,
        TimeSpan lifetime,
        DateTimeOffset expiresAt,
        TimeSpan left,
        long generation,
        TimeSource time)
    {
        this.time = time;
        deadline = time.Elapsed + left;
        Client = client;
        AccessToken = accessToken;
        RefreshToken = refreshToken;
        Lifetime = lifetime;
        ExpiresAt = expiresAt;
        Generation = generation;
    }

    public OAuthClient Client { get; }

    public string AccessToken { get; }

    public string RefreshToken { get; }

    /// <summary>How long the access token was good for when it came.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>When the access token expires, by this machine's clock; other processes go by it.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The same for people: in local time, and of no culture's calendar.</summary>
    public string ExpiryText => ExpiresAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>
    /// Larger than that of the tokens these ones replaced, so that it shows which of two are spent. The time they came,
    /// in milliseconds, or a little more; 0 where an earlier version stored them.
    /// </summary>
    public long Generation { get; }

    /// <summary>
    /// How long the access token is still good for. Measured, so that a clock that is set back does no harm; and by the
    /// clock too, because a machine that sleeps measures nothing. A clock set forward costs a refresh too many.
    /// </summary>
    public TimeSpan Left
    {
        get
        {
            var measured = deadline - time.Elapsed;
            var told = ExpiresAt - time.UtcNow;
            return measured < told ? measured : told;
        }
    }

    /// <summary>Whether it is time to refresh: five minutes before the end, or for short lives a tenth before.</summary>
    public bool IsDue
    {
        get
        {
            var tenth = TimeSpan.FromTicks(Lifetime.Ticks / 10);
            return Left <= (tenth < LongestMargin ? tenth : LongestMargin);
        }
    }

    /// <summary>A grant that has just come.</summary>
    /// <param name="client">Whose it is.</param>
    /// <param name="answer">What came.</param>
    /// <param name="time">The clock.</param>
    /// <param name="former">The one that was refreshed; null after a sign-in.</param>
    public static OAuthGrant From(OAuthClient client, TokenAnswer answer, TimeSource time, OAuthGrant? former = null)
    {
        var now = time.UtcNow;
        var generation = Math.Max(now.ToUnixTimeMilliseconds(), (former?.Generation ?? 0) + 1);
        return new OAuthGrant(
            client, answer.AccessToken, answer.RefreshToken, answer.Lifetime, now + answer.Lifetime, answer.Lifetime, generation, time);
    }

    /// <summary>A grant that was stored earlier, maybe by another machine with another clock.</summary>
    public static OAuthGrant Stored(
        OAuthClient client,
        string accessToken,
        string refreshToken,
        TimeSpan lifetime,
        DateTimeOffset expiresAt,
        long generation,
        TimeSource time)
    {
        var left = expiresAt - time.UtcNow;
        return new OAuthGrant(client, accessToken, refreshToken, lifetime, expiresAt, left < lifetime ? left : lifetime, generation, time);
    }

    /// <summary>Whether both are the same tokens.</summary>
    public bool IsSame(OAuthGrant other) => AccessToken == other.AccessToken && RefreshToken == other.RefreshToken;

    public override string ToString() => nameof(OAuthGrant);
}
