namespace BacklogPS;

/// <summary>
/// The kinds of errors. Each name is also the stable error id that PowerShell shows, so none is ever renamed. For causes and fixes,
/// see the topic <c>about_BacklogPS_Errors</c>.
/// </summary>
public enum BacklogErrorKind
{
    // The request

    /// <summary>An object in the pipeline does not tell the cmdlet what to get.</summary>
    InputObjectNotBound,

    // The space

    /// <summary>The text given as a space is not a space key, a host or a base URL.</summary>
    SpaceInvalid,

    /// <summary>A space key matches more than one connected space.</summary>
    SpaceAmbiguous,

    /// <summary>The space is read-only, and the request would change it. Nothing was sent.</summary>
    SpaceReadOnly,

    /// <summary>The space is not connected.</summary>
    SpaceUnknown,

    /// <summary>No space is connected, and none is given by <c>BL_SPACE</c>.</summary>
    NoSpace,

    /// <summary>The space is known, but there is no credential for it.</summary>
    NotConnected,

    /// <summary>The credential comes from <c>BL_API_KEY</c>, so there is no stored credential to remove.</summary>
    EnvironmentCredential,

    // Arguments

    /// <summary>The API key is empty or has characters that an API key cannot have.</summary>
    ApiKeyInvalid,

    /// <summary>An argument cannot be sent to Backlog as it is.</summary>
    ArgumentInvalid,

    /// <summary>A name given instead of an id does not exist.</summary>
    NameUnknown,

    /// <summary>A name given instead of an id matches several objects.</summary>
    NameAmbiguous,

    /// <summary>Rows of a sheet are wrong. Nothing was sent.</summary>
    RowsInvalid,

    /// <summary>A confirmation is needed, but the session is not interactive. Nothing was done.</summary>
    ConfirmationRequired,

    /// <summary>A row of a sheet was not sent, because its parent failed, or because it may have been before.</summary>
    RowNotSent,

    // Vaults

    /// <summary>The module Microsoft.PowerShell.SecretManagement is not installed.</summary>
    VaultModuleMissing,

    /// <summary>No vault is registered, or none is the default.</summary>
    NoVaultRegistered,

    /// <summary>The given vault is not registered.</summary>
    VaultUnknown,

    /// <summary>The vault is locked and cannot ask for its password.</summary>
    VaultLocked,

    /// <summary>The vault has no secret of that name.</summary>
    SecretMissing,

    /// <summary>The secret exists but is not an API key or a record of this module.</summary>
    SecretInvalid,

    /// <summary>The vault refused or failed.</summary>
    VaultFailed,

    // The user's files

    /// <summary>The file to be written already exists, and <c>-Force</c> was not given.</summary>
    FileExists,

    /// <summary>A file cannot be read or written.</summary>
    FileInaccessible,

    // The registry file

    /// <summary>The file of connected spaces is damaged; it was not changed.</summary>
    RegistryDamaged,

    /// <summary>The file of connected spaces was written by a newer BacklogPS; it was not changed.</summary>
    RegistryNewer,

    /// <summary>The file of connected spaces cannot be read, locked or written.</summary>
    RegistryInaccessible,

    // The response

    /// <summary>HTTP 401: the credential is wrong, revoked or expired.</summary>
    AuthenticationFailed,

    /// <summary>HTTP 403: the user does not have permission to do this.</summary>
    AccessDenied,

    /// <summary>HTTP 404: the object does not exist, or the user does not have permission to see it.</summary>
    NotFound,

    /// <summary>HTTP 400 and similar: Backlog refused the request.</summary>
    RequestRefused,

    /// <summary>HTTP 409: the object already exists, or was changed in the meantime.</summary>
    Conflict,

    /// <summary>HTTP 413 or Backlog's code 10: a file is too large.</summary>
    TooLarge,

    /// <summary>HTTP 429: the rate limit was reached.</summary>
    RateLimited,

    /// <summary>HTTP 5xx: the space failed.</summary>
    ServerFailed,

    /// <summary>HTTP 3xx: the space has moved, or a proxy requires a sign-in; redirects are not followed with a credential.</summary>
    Redirected,

    /// <summary>The response is not JSON: it came from a proxy or another web site.</summary>
    AnswerNotJson,

    /// <summary>The response ended before it was complete.</summary>
    AnswerCutOff,

    /// <summary>The response is larger than any that Backlog sends.</summary>
    AnswerTooLarge,

    /// <summary>The response is JSON, but not as Backlog documents it.</summary>
    AnswerInvalid,

    /// <summary>The space ignored a filter.</summary>
    FilterIgnored,

    // The connection

    /// <summary>The host name cannot be resolved.</summary>
    HostNotFound,

    /// <summary>Connecting failed: refused, reset, unreachable.</summary>
    ConnectionFailed,

    /// <summary>The proxy does not let the request through, usually because the password is missing or wrong.</summary>
    ProxyRefused,

    /// <summary>The server's certificate is not trusted, or does not match the host.</summary>
    CertificateInvalid,

    /// <summary>No TLS connection could be established: the server does not support TLS on this port, or only an old version.</summary>
    TlsFailed,

    /// <summary>Connecting or responding took too long.</summary>
    TimedOut,

    // Signing in with OAuth

    /// <summary>The client id or secret is empty or has characters that it cannot have.</summary>
    OAuthClientInvalid,

    /// <summary>Signing in requires a person: the session is not interactive.</summary>
    OAuthInteractionRequired,

    /// <summary>Another program uses the port that receives the browser's response.</summary>
    OAuthPortInUse,

    /// <summary>The system reserves that port.</summary>
    OAuthPortReserved,

    /// <summary>The user or the space's administrator denied access.</summary>
    OAuthDenied,

    /// <summary>The space returned an error other than a denial through the browser.</summary>
    OAuthAuthorizationFailed,

    /// <summary>The sign-in in the browser was not completed in time.</summary>
    OAuthTimedOut,

    /// <summary>The space did not issue tokens for the code.</summary>
    OAuthTokenRefused,

    /// <summary>The space no longer accepts the refresh token: the user must sign in again.</summary>
    OAuthRefreshRefused,
}
