using System.Collections.Generic;

namespace BacklogPS.SpaceSimulator.OAuth;

/// <summary>An application that is allowed to ask for access.</summary>
/// <param name="ClientId">Public.</param>
/// <param name="ClientSecret">Needed at the token endpoint.</param>
/// <param name="RedirectUris">Compared letter by letter; a * as the port stands for any, so that tests can listen where a port is free.</param>
public sealed record OAuthClient(string ClientId, string ClientSecret, IReadOnlyList<string> RedirectUris);

/// <summary>The knobs of the OAuth side. They may be turned while the space runs.</summary>
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

    /// <summary>Each refresh makes a new refresh token, and the old one is void at once.</summary>
    public bool RotateRefreshTokens { get; set; } = true;

    /// <summary>A refresh within the lifetime answers with the same access token and what is left of its time.</summary>
    public bool SameTokenRefresh { get; set; }

    /// <summary>The authorization page redirects at once, with nobody signed in or asked.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>Whose consent AutoApprove gives.</summary>
    public string AutoApproveUser { get; set; } = "admin";

    public int TokenDelayMs { get; set; }

    /// <summary>Fields left out of the token endpoint's answer.</summary>
    public IReadOnlyList<string> OmitTokenFields { get; set; } = [];
}
