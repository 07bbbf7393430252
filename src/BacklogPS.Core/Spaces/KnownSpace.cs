using System;

namespace BacklogPS.Spaces;

/// <summary>What is remembered of a connected space. Never a secret. Immutable.</summary>
internal sealed record KnownSpace(SpaceAddress Address, AuthMethod Method)
{
    /// <summary>The vault that holds the secret; null for a space of this session only.</summary>
    public string? Vault { get; init; }

    /// <summary>The secret's name in that vault.</summary>
    public string? SecretName { get; init; }

    /// <summary>Whether the secret is the user's own, so that it is never replaced or removed.</summary>
    public bool SecretIsUsers { get; init; }

    /// <summary>How the key travels to this space.</summary>
    public ApiKeyForm KeyForm { get; init; }

    /// <summary>The application that the user gave access to; null with an API key.</summary>
    public string? ClientId { get; init; }

    /// <summary>Who the credential was when it was last verified.</summary>
    public string? UserName { get; init; }

    /// <summary>The sign-in id of that user; null for a bot.</summary>
    public string? UserId { get; init; }

    /// <summary>When the space was connected.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Changes with each connect, so that a running process notices that its cached secret was replaced.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>
    /// Which version of the secret was stored last, as <see cref="OAuth.OAuthGrant.Generation"/> counts; 0 where it has
    /// none: with the user's own secret, and an API key that was stored before they were counted. A vault that shows an older one has not noticed yet, or was set back by another program.
    /// </summary>
    public long SecretGeneration { get; init; }

    /// <summary>Whether nothing may be written to the space.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether nothing of it outlives the process.</summary>
    public bool IsSessionOnly => Vault is null;
}
