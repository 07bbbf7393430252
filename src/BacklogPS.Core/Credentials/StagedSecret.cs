using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Credentials;

/// <summary>
/// A secret that always survives in one version, even if the process that writes it is killed. Some vaults, such as
/// SecretStore, replace a secret by removing it and adding it again, so a process that is killed in between leaves
/// none. The new version is therefore kept under a second name until it is stored under its own.
/// </summary>
internal sealed class StagedSecret
{
    /// <summary>The suffix of the second name.</summary>
    public const string Ending = "-new";

    private readonly string vault;
    private readonly string name;

    public StagedSecret(string vault, string name)
    {
        this.vault = vault;
        this.name = name;
    }

    /// <summary>
    /// Reads the secret, or its new version if a writer was killed or is still writing. Also returns which of the two
    /// it is.
    /// </summary>
    public async Task<(string Text, bool IsNew)> ReadAsync(ICredentialVault vaults, CancellationToken cancel)
    {
        try
        {
            return (await vaults.ReadAsync(vault, name, cancel).ConfigureAwait(false), false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            // If the new version is missing too, the writer may have finished in the meantime, so try the secret's own
            // name once more.
            return await ReadNewAsync(vaults, cancel).ConfigureAwait(false) is { } found
                ? (found, true)
                : (await vaults.ReadAsync(vault, name, cancel).ConfigureAwait(false), false);
        }
    }

    /// <summary>The new version that a killed writer left behind; null if there is none.</summary>
    public async Task<string?> ReadNewAsync(ICredentialVault vaults, CancellationToken cancel)
    {
        try
        {
            return await vaults.ReadAsync(vault, name + Ending, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind is BacklogErrorKind.SecretMissing or BacklogErrorKind.VaultFailed)
        {
            return null;
        }
    }

    public async Task WriteAsync(ICredentialVault vaults, string secret, CancellationToken cancel)
    {
        await TryAsync(() => vaults.WriteAsync(vault, name + Ending, secret, cancel)).ConfigureAwait(false);
        await vaults.WriteAsync(vault, name, secret, cancel).ConfigureAwait(false);
        await RemoveNewAsync(vaults, cancel).ConfigureAwait(false);
    }

    public async Task RemoveAsync(ICredentialVault vaults, CancellationToken cancel)
    {
        await vaults.RemoveAsync(vault, name + Ending, cancel).ConfigureAwait(false);
        await vaults.RemoveAsync(vault, name, cancel).ConfigureAwait(false);
    }

    public Task RemoveNewAsync(ICredentialVault vaults, CancellationToken cancel) =>
        TryAsync(() => vaults.RemoveAsync(vault, name + Ending, cancel));

    // The second name is only a precaution. If a vault refuses it (Azure Key Vault reserves removed names for a while),
    // go on without it.
    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (BacklogException)
        {
            // If the vault really fails, the call for the secret's own name fails too, and that is reported.
        }
    }
}
