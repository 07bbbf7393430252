using System;

namespace BacklogPS.OAuth;

/// <summary>What the token endpoint gave.</summary>
internal sealed class TokenAnswer
{
    public TokenAnswer(string accessToken, string refreshToken, TimeSpan lifetime)
    {
        AccessToken = accessToken;
        RefreshToken = refreshToken;
        Lifetime = lifetime;
    }

    public string AccessToken { get; }

    public string RefreshToken { get; }

    /// <summary>How long the access token is good for from now on; after a refresh not always an hour.</summary>
    public TimeSpan Lifetime { get; }
}
