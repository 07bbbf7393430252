using System;
using BacklogPS.Credentials;
using BacklogPS.Session;
using BacklogPS.Spaces;

namespace BacklogPS;

/// <summary>How and as whom a space is connected. Contains no secret.</summary>
public sealed class AuthStatus
{
    // These values are data that scripts compare, so they are the same in every language.
    private const string InEnvironment = "Environment variable";
    private const string InSession = "Session only";

    private AuthStatus(SpaceAddress address)
    {
        Space = address.Name;
        Url = address.BaseUri.AbsoluteUri;
    }

    /// <summary>The space, in the form that <c>-Space</c> accepts.</summary>
    public string Space { get; }

    /// <summary>The space's base URL.</summary>
    public string Url { get; }

    /// <summary>Whether calls without <c>-Space</c> go to this space.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary><c>API key</c> or <c>OAuth 2.0</c>.</summary>
    public string AuthMethod { get; private set; } = "";

    /// <summary>
    /// The first four characters of the API key and <c>...</c>, to tell keys apart; null if the key was not read.
    /// </summary>
    public string? ApiKeyPrefix { get; private set; }

    /// <summary>The application that was given access; null with an API key.</summary>
    public string? ClientId { get; private set; }

    /// <summary>The first four characters of the client secret and <c>...</c>; null if it was not read.</summary>
    public string? ClientSecretPrefix { get; private set; }

    /// <summary>The first four characters of the access token and <c>...</c>; null if it was not read.</summary>
    public string? AccessTokenPrefix { get; private set; }

    /// <summary>
    /// When the access token expires, in local time; it is refreshed before then. Null with an API key, or if the token
    /// was not read.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Whether the space is read-only: <c>-ReadOnly</c> when it was connected, or <c>BL_READ_ONLY</c>.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>The vault's name, <c>Environment variable</c> or <c>Session only</c>.</summary>
    public string StoredIn { get; private set; } = "";

    /// <summary>The user that the credential belongs to; null if the space was not asked or did not say.</summary>
    public User? User { get; private set; }

    /// <summary>Name and sign-in id, <c>Your Name (your-id)</c>. Without verification, as last seen.</summary>
    public string? LoggedInAs { get; private set; }

    /// <summary>
    /// Whether the space accepts the credential; null if that is not known, because it was not requested, the space could not be
    /// reached, or the vault did not return the credential.
    /// </summary>
    public bool? IsValid { get; private set; }

    /// <summary>Why <see cref="IsValid"/> is not true; null if it is.</summary>
    public string? Message { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => Space;

    internal static AuthStatus Verified(BacklogSession session, KnownSpace space, Credential credential, User user)
    {
        var status = Unverified(session, space, credential, null);
        status.SetUser(user);
        return status;
    }

    internal static AuthStatus Unverified(BacklogSession session, KnownSpace space, Credential? credential, string? message)
    {
        var status = new AuthStatus(space.Address)
        {
            IsCurrent = space.Address.Equals(session.Spaces.Default),
            AuthMethod = space.Method == Spaces.AuthMethod.OAuth ? "OAuth 2.0" : "API key",
            ClientId = space.ClientId,
            StoredIn = space.Vault ?? InSession,
            IsReadOnly = session.IsReadOnly(space.Address) || space.IsReadOnly,
            LoggedInAs = Name(space.UserName, space.UserId),
            Message = message,
        };
        status.SetCredential(credential);
        return status;
    }

    internal static AuthStatus FromEnvironment(BacklogSession session, SpaceAddress address, ApiKeyCredential credential, string? message) =>
        new(address)
        {
            IsCurrent = true,
            IsReadOnly = session.IsReadOnly(address),
            AuthMethod = "API key",
            ApiKeyPrefix = credential.Prefix,
            StoredIn = InEnvironment,
            Message = message,
        };

    internal void SetUser(User user)
    {
        User = user;
        LoggedInAs = Name(user.Name, user.UserId);
        IsValid = true;
        Message = null;
    }

    internal void SetFailure(BacklogException error)
    {
        // Only a refusal by the space itself shows that the credential is bad. An error that kept us from asking does
        // not.
        IsValid = error.Kind is BacklogErrorKind.AuthenticationFailed or BacklogErrorKind.AccessDenied or BacklogErrorKind.OAuthRefreshRefused
            ? false
            : null;
        Message = error.FullMessage;
    }

    internal void SetCredential(Credential? credential)
    {
        ApiKeyPrefix = (credential as ApiKeyCredential)?.Prefix;
        var grant = (credential as OAuthCredential)?.Grant;
        ClientId = grant?.Client.Id ?? ClientId;
        ClientSecretPrefix = grant is null ? null : ApiKeyCredential.PrefixOf(grant.Client.Secret);
        AccessTokenPrefix = grant is null ? null : ApiKeyCredential.PrefixOf(grant.AccessToken);
        ExpiresAt = grant?.ExpiresAt.ToLocalTime();
    }

    private static string? Name(string? name, string? id) => name is null ? null : id is null ? name : $"{name} ({id})";
}
