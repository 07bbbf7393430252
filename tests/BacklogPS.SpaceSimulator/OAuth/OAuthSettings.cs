using System.Collections.Generic;

namespace BacklogPS.SpaceSimulator.OAuth;

/// <summary>An application that is allowed to ask for access.</summary>
/// <param name="ClientId">The client id. Not a secret.</param>
/// <param name="ClientSecret">The secret for the token endpoint.</param>
/// <param name="RedirectUris">
/// Compared literally, except that * as the port matches any port, so that tests can listen on any free port.
/// </param>
public sealed record OAuthClient(string ClientId, string ClientSecret, IReadOnlyList<string> RedirectUris);

/// <summary>The settings of the OAuth server. They can be changed while the space runs.</summary>
public sealed class OAuthSettings
{
    public const string DemoClientId = "DemoOAuthClient0123456789abcdefgh";
    public const string DemoClientSecret = "DemoOAuthSecret0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM";

    public List<OAuthClient> Clients { get; init; } =
    [
        new(DemoClientId, DemoClientSecret, ["http://127.0.0.1:*/callback", "http://127.0.0.1:*/", "http://localhost:*/callback", "http://localhost:*/"]),
    ];

    public int AccessTokenLifetimeSeconds { get; set; } = 3600;

    public int CodeLifetimeSeconds { get; set; } = 600;

    /// <summary>Whether each refresh issues a new refresh token and invalidates the old one at once.</summary>
    public bool RotateRefreshTokens { get; set; } = true;

    /// <summary>Whether a refresh within the lifetime returns the same access token with its remaining lifetime.</summary>
    public bool SameTokenRefresh { get; set; }

    /// <summary>Whether the authorization page redirects at once, without a sign-in or consent.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>The user for AutoApprove.</summary>
    public string AutoApproveUser { get; set; } = "admin";

    public int TokenDelayMs { get; set; }

    /// <summary>Fields to leave out of the token endpoint's response.</summary>
    public IReadOnlyList<string> OmitTokenFields { get; set; } = [];
}
