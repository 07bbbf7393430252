using System;

namespace BacklogPS.OAuth;

/// <summary>The tokens that the token endpoint returned.</summary>
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

    /// <summary>How long the access token is valid from now on. After a refresh this is not always an hour.</summary>
    public TimeSpan Lifetime { get; }
}
