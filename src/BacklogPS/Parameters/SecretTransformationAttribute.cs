using System.Management.Automation;
using System.Security;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a SecureString parameter accept nothing else. PowerShell would refuse a text too, but Windows PowerShell
/// repeats the text in the error, which ends up in transcripts and logs.
/// </summary>
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the cmdlet can read the secret from a vault instead.</summary>
    public bool HasSecretName { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Wrapped.Bare(inputData) switch
        {
            null => null,
            SecureString secret => secret,
            _ => throw new ArgumentTransformationMetadataException(
                CmdletMessages.SecretNotSecure + " " + CmdletMessages.SecretNotSecureNext + (HasSecretName ? " " + CmdletMessages.SecretNotSecureVaultNext : "")),
        };
}
