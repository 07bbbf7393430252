namespace BacklogPS.Session;

/// <summary>What a user asks for when connecting with an API key.</summary>
internal sealed record ConnectRequest(SpaceAddress Address)
{
    /// <summary>The key; null if <see cref="SecretName"/> says where it lies.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user's own secret that holds the key.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault to use; null for the default one.</summary>
    public string? Vault { get; init; }

    /// <summary>Whether nothing is to outlive the process.</summary>
    public bool SessionOnly { get; init; }

    /// <summary>Whether nothing may be written to the space.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the key travels as a query parameter.</summary>
    public bool UseQueryApiKey { get; init; }
}
