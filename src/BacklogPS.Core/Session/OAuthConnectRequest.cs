using BacklogPS.OAuth;

namespace BacklogPS.Session;

/// <summary>What a user asks for when signing in with OAuth.</summary>
internal sealed record OAuthConnectRequest(SpaceAddress Address, OAuthClient Client)
{
    /// <summary>The port of the registered redirect URI.</summary>
    public int Port { get; init; }

    /// <summary>The vault to use; null for the default one.</summary>
    public string? Vault { get; init; }

    /// <summary>Whether the connection ends with the process.</summary>
    public bool SessionOnly { get; init; }

    /// <summary>Whether writing to the space is forbidden.</summary>
    public bool ReadOnly { get; init; }
}
