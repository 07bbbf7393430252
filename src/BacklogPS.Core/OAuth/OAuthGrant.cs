using System;
using System.Globalization;

namespace BacklogPS.OAuth;

/// <summary>The tokens that a user's consent yields, the client they belong to, and their expiry. Immutable.</summary>
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

    /// <summary>How long the access token was valid when it was issued.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>When the access token expires by this machine's clock. Other processes rely on this.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The expiry for people: in local time, independent of the culture's calendar.</summary>
    public string ExpiryText => ExpiresAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>
    /// Greater than the generation of the tokens that these replaced, so that the spent ones of two can be recognized.
    /// It is the time of issue in milliseconds, or a little more; 0 if an earlier version stored the tokens.
    /// </summary>
    public long Generation { get; }

    /// <summary>
    /// How long the access token is still valid. Elapsed time is used so that setting the clock back does no harm, and
    /// the clock as well, because elapsed time stops while the machine sleeps. Setting the clock forward only costs an
    /// extra refresh.
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

    /// <summary>
    /// Whether it is time to refresh: five minutes before the expiry, or a tenth of the lifetime if that is shorter.
    /// </summary>
    public bool IsDue
    {
        get
        {
            var tenth = TimeSpan.FromTicks(Lifetime.Ticks / 10);
            return Left <= (tenth < LongestMargin ? tenth : LongestMargin);
        }
    }

    /// <summary>Creates a grant from a fresh response.</summary>
    /// <param name="client">The client that the tokens belong to.</param>
    /// <param name="answer">The response of the token endpoint.</param>
    /// <param name="time">The clock.</param>
    /// <param name="former">The grant that was refreshed; null after a sign-in.</param>
    public static OAuthGrant From(OAuthClient client, TokenAnswer answer, TimeSource time, OAuthGrant? former = null)
    {
        var now = time.UtcNow;
        var generation = Math.Max(now.ToUnixTimeMilliseconds(), (former?.Generation ?? 0) + 1);
        return new OAuthGrant(
            client, answer.AccessToken, answer.RefreshToken, answer.Lifetime, now + answer.Lifetime, answer.Lifetime, generation, time);
    }

    /// <summary>Creates a grant that was stored earlier, possibly by another machine with a different clock.</summary>
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
