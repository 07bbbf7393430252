namespace BacklogPS.Transport;

/// <summary>The proxy that a request goes through.</summary>
/// <param name="Proxy">The proxy's host and port.</param>
/// <param name="Variable">The environment variable that names it; null if the system's settings do.</param>
/// <param name="HasCredential">Whether a user name and password for the proxy are set.</param>
internal sealed record ProxyRoute(string Proxy, string? Variable, bool HasCredential)
{
    /// <summary>What to do if the proxy refuses the credential.</summary>
    public string CredentialNext =>
        Variable is null ? Messages.ProxyNext
        : Message.Of(HasCredential ? Messages.ProxyCredentialNext : Messages.ProxyCredentialMissingNext, Variable);

    /// <summary>What to do if the proxy cannot be reached.</summary>
    public string AddressNext => Variable is null ? Messages.ProxyNext : Message.Of(Messages.ProxyVariableNext, Variable);
}
