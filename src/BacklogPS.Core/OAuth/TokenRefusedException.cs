using System;

namespace BacklogPS.OAuth;

/// <summary>The token endpoint refused the request. The caller knows what that means for the user.</summary>
internal sealed class TokenRefusedException : Exception
{
    /// <summary>The code or the refresh token is no longer valid. Any other reason does not mean that.</summary>
    public const string InvalidGrant = "invalid_grant";

    public TokenRefusedException(string? error, string said)
        : base(said)
    {
        Error = error;
    }

    /// <summary>OAuth's name for the reason, such as <c>invalid_grant</c>; null if none was given.</summary>
    public string? Error { get; }
}
