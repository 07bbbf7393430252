using System;

namespace BacklogPS.OAuth;

/// <summary>The token endpoint said no. What that means to the user, the caller knows.</summary>
internal sealed class TokenRefusedException : Exception
{
    /// <summary>The code or the refresh token is no longer good; any other reason says nothing about it.</summary>
    public const string InvalidGrant = "invalid_grant";

    public TokenRefusedException(string? error, string said)
        : base(said)
    {
        Error = error;
    }

    /// <summary>OAuth's name for the reason, such as <c>invalid_grant</c>; null if none was given.</summary>
    public string? Error { get; }
}
