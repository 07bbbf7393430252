using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>The only place where an exception becomes a PowerShell error with its id, category, target and text.</summary>
internal static class ErrorRecords
{
    /// <param name="error">The exception.</param>
    /// <param name="target">The target, if the exception has none.</param>
    public static ErrorRecord From(BacklogException error, object? target)
    {
        // The kind's name is the stable error id; about_BacklogPS_Errors lists them.
        var record = new ErrorRecord(error, error.Kind.ToString(), Category(error), target ?? error.Target ?? error.Space);
        if (error.NextStep is not null || error.Concerning is not null)
        {
            // The host shows the message and the next step. RecommendedAction is not set, because PowerShell 7 would
            // show the next step a second time.
            record.ErrorDetails = new ErrorDetails(error.FullMessage);
        }

        return record;
    }

    /// <summary>Whether the error affects everything that the command does, not just one request.</summary>
    public static bool ConcernsAll(BacklogException error) => error.Kind is BacklogErrorKind.NoSpace or BacklogErrorKind.RowsInvalid
        or BacklogErrorKind.RegistryDamaged or BacklogErrorKind.RegistryNewer or BacklogErrorKind.RegistryInaccessible
        or BacklogErrorKind.VaultModuleMissing or BacklogErrorKind.NoVaultRegistered or BacklogErrorKind.OAuthInteractionRequired;

    private static ErrorCategory Category(BacklogException error) => error.Kind switch
    {
        BacklogErrorKind.SpaceInvalid or BacklogErrorKind.SpaceAmbiguous or BacklogErrorKind.ApiKeyInvalid
            or BacklogErrorKind.ArgumentInvalid or BacklogErrorKind.RowsInvalid or BacklogErrorKind.NameAmbiguous or BacklogErrorKind.RequestRefused
            or BacklogErrorKind.InputObjectNotBound => ErrorCategory.InvalidArgument,
        BacklogErrorKind.SpaceUnknown or BacklogErrorKind.NameUnknown or BacklogErrorKind.SecretMissing or BacklogErrorKind.NotFound
            or BacklogErrorKind.VaultUnknown => ErrorCategory.ObjectNotFound,
        BacklogErrorKind.NoSpace or BacklogErrorKind.NotConnected => ErrorCategory.ConnectionError,
        BacklogErrorKind.EnvironmentCredential or BacklogErrorKind.RowNotSent or BacklogErrorKind.ConfirmationRequired => ErrorCategory.InvalidOperation,
        BacklogErrorKind.VaultModuleMissing => ErrorCategory.NotInstalled,
        BacklogErrorKind.NoVaultRegistered => ErrorCategory.ResourceUnavailable,
        BacklogErrorKind.VaultLocked => ErrorCategory.SecurityError,
        BacklogErrorKind.VaultFailed or BacklogErrorKind.RegistryInaccessible
            or BacklogErrorKind.ServerFailed => ErrorCategory.ResourceUnavailable,
        BacklogErrorKind.SecretInvalid or BacklogErrorKind.RegistryDamaged or BacklogErrorKind.RegistryNewer
            or BacklogErrorKind.AnswerNotJson or BacklogErrorKind.AnswerCutOff
            or BacklogErrorKind.AnswerInvalid or BacklogErrorKind.FilterIgnored => ErrorCategory.InvalidData,
        BacklogErrorKind.AuthenticationFailed => ErrorCategory.AuthenticationError,
        BacklogErrorKind.AccessDenied or BacklogErrorKind.SpaceReadOnly => ErrorCategory.PermissionDenied,
        BacklogErrorKind.Conflict or BacklogErrorKind.FileExists => ErrorCategory.ResourceExists,
        BacklogErrorKind.FileInaccessible => error.IsReading ? ErrorCategory.ReadError : ErrorCategory.WriteError,
        BacklogErrorKind.TooLarge or BacklogErrorKind.AnswerTooLarge or BacklogErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        BacklogErrorKind.Redirected or BacklogErrorKind.HostNotFound or BacklogErrorKind.ConnectionFailed
            or BacklogErrorKind.ProxyRefused or BacklogErrorKind.TlsFailed
            or BacklogErrorKind.CertificateInvalid => ErrorCategory.ConnectionError,
        BacklogErrorKind.TimedOut or BacklogErrorKind.OAuthTimedOut => ErrorCategory.OperationTimeout,
        BacklogErrorKind.OAuthClientInvalid => ErrorCategory.InvalidArgument,
        BacklogErrorKind.OAuthInteractionRequired => ErrorCategory.InvalidOperation,
        BacklogErrorKind.OAuthPortInUse or BacklogErrorKind.OAuthPortReserved => ErrorCategory.ResourceUnavailable,
        BacklogErrorKind.OAuthDenied => ErrorCategory.PermissionDenied,
        BacklogErrorKind.OAuthAuthorizationFailed or BacklogErrorKind.OAuthTokenRefused
            or BacklogErrorKind.OAuthRefreshRefused => ErrorCategory.AuthenticationError,
        _ => ErrorCategory.NotSpecified,
    };
}
