namespace BacklogPS.Transport;

/// <summary>The proxy that a request goes through.</summary>
/// <param name="Proxy">Its host and port.</param>
/// <param name="Variable">The environment variable that names it; null if the system's settings do.</param>
/// <param name="HasCredential">Whether that gives a user name and password for it.</param>
internal sealed record ProxyRoute(string Proxy, string? Variable, bool HasCredential)
{
    /// <summary>What to do about a proxy that does not take who asks.</summary>
    public string CredentialNext =>
        Variable is null ? Messages.ProxyNext
        : Message.Of(HasCredential ? Messages.ProxyCredentialNext : Messages.ProxyCredentialMissingNext, Variable);

    /// <summary>What to do about a proxy that is not where it is said to be.</summary>
    public string AddressNext => Variable is null ? Messages.ProxyNext : Message.Of(Messages.ProxyVariableNext, Variable);
}
