namespace BacklogPS;

/// <summary>
/// What went wrong, as a closed set. Each name is also the stable error id that PowerShell shows, so none is ever
/// renamed. Causes and cures: the topic <c>about_BacklogPS_Errors</c>.
/// </summary>
public enum BacklogErrorKind
{
    // What is asked for

    /// <summary>An object in the pipeline says nothing that the cmdlet could go by.</summary>
    InputObjectNotBound,

    // Which space

    /// <summary>The text given as a space is no space key, host or base URL.</summary>
    SpaceInvalid,

    /// <summary>A space key fits more than one connected space.</summary>
    SpaceAmbiguous,

    /// <summary>The space may only be read, and what was to be done would change it. Nothing was sent.</summary>
    SpaceReadOnly,

    /// <summary>The space named is not among the connected ones.</summary>
    SpaceUnknown,

    /// <summary>No space is connected and none is named by <c>BL_SPACE</c>.</summary>
    NoSpace,

    /// <summary>The space is known, but there is no credential for it.</summary>
    NotConnected,

    /// <summary>The credential comes from <c>BL_API_KEY</c>, so there is nothing of ours to remove.</summary>
    EnvironmentCredential,

    // What was given

    /// <summary>The API key is empty or has characters that no key has.</summary>
    ApiKeyInvalid,

    /// <summary>An argument cannot be sent to Backlog as it is.</summary>
    ArgumentInvalid,

    /// <summary>A name given instead of an id is not among those there are.</summary>
    NameUnknown,

    /// <summary>A name given instead of an id fits several.</summary>
    NameAmbiguous,

    /// <summary>Rows of a sheet are wrong. Nothing was sent.</summary>
    RowsInvalid,

    /// <summary>A row of a sheet was not sent, because its parent failed, or because it may have been before.</summary>
    RowNotSent,

    // Vaults

    /// <summary>The module Microsoft.PowerShell.SecretManagement is not installed.</summary>
    VaultModuleMissing,

    /// <summary>No vault is registered, or none is the default one.</summary>
    NoVaultRegistered,

    /// <summary>The vault named is not registered.</summary>
    VaultUnknown,

    /// <summary>The vault is locked and may not ask for its password.</summary>
    VaultLocked,

    /// <summary>The vault has no secret of that name.</summary>
    SecretMissing,

    /// <summary>The secret is there but is not an API key or a record of ours.</summary>
    SecretInvalid,

    /// <summary>The vault refused or failed.</summary>
    VaultFailed,

    // The user's files

    /// <summary>The file to be written is there already, and <c>-Force</c> was not given.</summary>
    FileExists,

    /// <summary>A file cannot be read or written.</summary>
    FileInaccessible,

    // Our own file

    /// <summary>The file of known spaces cannot be understood; it was left as it is.</summary>
    RegistryDamaged,

    /// <summary>The file of known spaces was written by a newer BacklogPS; it was left as it is.</summary>
    RegistryNewer,

    /// <summary>The file of known spaces cannot be read, locked or written.</summary>
    RegistryInaccessible,

    // What the space answered

    /// <summary>HTTP 401: the credential is wrong, revoked or expired.</summary>
    AuthenticationFailed,

    /// <summary>HTTP 403: the user may not do this.</summary>
    AccessDenied,

    /// <summary>HTTP 404: there is no such thing, or the user may not see it.</summary>
    NotFound,

    /// <summary>HTTP 400 and the like: Backlog refused what was sent.</summary>
    RequestRefused,

    /// <summary>HTTP 409: the thing is there already, or changed meanwhile.</summary>
    Conflict,

    /// <summary>HTTP 413 or Backlog's code 10: a file is too large.</summary>
    TooLarge,

    /// <summary>HTTP 429: too many requests in this minute.</summary>
    RateLimited,

    /// <summary>HTTP 5xx: the space failed.</summary>
    ServerFailed,

    /// <summary>HTTP 3xx: the space moved, or a proxy wants a sign-in; redirects are not followed with a credential.</summary>
    Redirected,

    /// <summary>The answer is not JSON: a proxy or another web site answered.</summary>
    AnswerNotJson,

    /// <summary>The answer ended before it was complete.</summary>
    AnswerCutOff,

    /// <summary>The answer is larger than anything that Backlog gives.</summary>
    AnswerTooLarge,

    /// <summary>The answer is JSON, but not what Backlog documents.</summary>
    AnswerInvalid,

    /// <summary>The space answered as if a filter had not been given.</summary>
    FilterIgnored,

    // The way there

    /// <summary>The host's name does not resolve.</summary>
    HostNotFound,

    /// <summary>Connecting failed: refused, reset, unreachable.</summary>
    ConnectionFailed,

    /// <summary>The proxy on the way does not let the request through, for want of the right password above all.</summary>
    ProxyRefused,

    /// <summary>The server's certificate is not trusted, or does not fit the host.</summary>
    CertificateInvalid,

    /// <summary>The two sides could not agree on TLS: the server speaks none on this port, or only an old one.</summary>
    TlsFailed,

    /// <summary>Connecting or answering took too long.</summary>
    TimedOut,

    // Signing in with OAuth

    /// <summary>The client id or secret is empty or has characters that none has.</summary>
    OAuthClientInvalid,

    /// <summary>Nobody is there to sign in: the session is not interactive.</summary>
    OAuthInteractionRequired,

    /// <summary>Another program has the port that the browser is to come back to.</summary>
    OAuthPortInUse,

    /// <summary>The system keeps that port for itself.</summary>
    OAuthPortReserved,

    /// <summary>The user, or the space's administrator, refused access.</summary>
    OAuthDenied,

    /// <summary>The space sent the browser back with an error other than a refusal.</summary>
    OAuthAuthorizationFailed,

    /// <summary>Nobody came back from the browser in time.</summary>
    OAuthTimedOut,

    /// <summary>The space did not exchange the code for tokens.</summary>
    OAuthTokenRefused,

    /// <summary>The space no longer takes the refresh token: the user has to sign in again.</summary>
    OAuthRefreshRefused,
}
