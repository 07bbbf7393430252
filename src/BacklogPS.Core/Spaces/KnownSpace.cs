using System;

namespace BacklogPS.Spaces;

/// <summary>The registry's entry for a connected space. Contains no secret. Immutable.</summary>
internal sealed record KnownSpace(SpaceAddress Address, AuthMethod Method)
{
    /// <summary>The vault that holds the secret; null for a session-only space.</summary>
    public string? Vault { get; init; }

    /// <summary>The secret's name in that vault.</summary>
    public string? SecretName { get; init; }

    /// <summary>Whether the user manages the secret, so that it is never replaced or removed.</summary>
    public bool SecretIsUsers { get; init; }

    /// <summary>How the key is sent to this space.</summary>
    public ApiKeyForm KeyForm { get; init; }

    /// <summary>The application that the user granted access to; null with an API key.</summary>
    public string? ClientId { get; init; }

    /// <summary>The user's name when the credential was last verified.</summary>
    public string? UserName { get; init; }

    /// <summary>The sign-in id of that user; null for a bot.</summary>
    public string? UserId { get; init; }

    /// <summary>When the space was connected.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>
    /// Changes with each connect, so that a running process notices that its cached credential is outdated.
    /// </summary>
    public string Stamp { get; init; } = "";

    /// <summary>
    /// The version of the secret that was stored last, see <see cref="OAuth.OAuthGrant.Generation"/>. It is 0 if the
    /// user manages the secret, or if the API key was stored before generations existed. A vault that returns an older
    /// version is either not up to date yet or was reverted by another program.
    /// </summary>
    public long SecretGeneration { get; init; }

    /// <summary>Whether writing to the space is forbidden.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the connection ends with the process.</summary>
    public bool IsSessionOnly => Vault is null;
}
