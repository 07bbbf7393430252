namespace BacklogPS.Session;

/// <summary>What a user asks for when connecting with an API key.</summary>
internal sealed record ConnectRequest(SpaceAddress Address)
{
    /// <summary>The key; null if <see cref="SecretName"/> says where to find it.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user's own secret that holds the key.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault to use; null for the default one.</summary>
    public string? Vault { get; init; }

    /// <summary>Whether the connection ends with the process.</summary>
    public bool SessionOnly { get; init; }

    /// <summary>Whether writing to the space is forbidden.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the key is sent as a query parameter.</summary>
    public bool UseQueryApiKey { get; init; }
}
