using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Credentials;

/// <summary>
/// A secret of which one version always survives, even if its writer is killed. Some vaults, such as SecretStore, replace a secret
/// by removing it and adding it again, and a process that is killed in between leaves none. So the new version is kept under a
/// second name until it is stored under its own.
/// </summary>
internal sealed class StagedSecret
{
    /// <summary>What the second name ends in.</summary>
    public const string Ending = "-new";

    private readonly string vault;
    private readonly string name;

    public StagedSecret(string vault, string name)
    {
        this.vault = vault;
        this.name = name;
    }

    /// <summary>Reads the secret, or, where a writer was killed or is at work, its new version; and which it is.</summary>
    public async Task<(string Text, bool IsNew)> ReadAsync(ICredentialVault vaults, CancellationToken cancel)
    {
        try
        {
            return (await vaults.ReadAsync(vault, name, cancel).ConfigureAwait(false), false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            // Thirdly by its own name again: the writer may have come to its end meanwhile.
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

    // The second name is a precaution: a vault that does not take it (Azure Key Vault keeps removed names for a while) is
    // as good as without.
    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (BacklogException)
        {
            // What matters fails again, and is reported, with the secret's own name.
        }
    }
}
