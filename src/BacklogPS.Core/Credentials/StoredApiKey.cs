using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Spaces;

namespace BacklogPS.Credentials;

/// <summary>A space's API key in its vault, where another program can revert what we stored.</summary>
internal sealed class StoredApiKey
{
    private readonly SpaceRegistry registry;
    private readonly KnownSpace space;
    private readonly SpaceAddress address;
    private readonly string vault;
    private readonly string name;

    public StoredApiKey(SpaceRegistry registry, KnownSpace space)
    {
        this.registry = registry;
        this.space = space;
        address = space.Address;
        vault = space.Vault!;
        name = space.SecretName!;
    }

    /// <exception cref="BacklogException">
    /// The vault does not return the key, or returns one that has since been replaced.
    /// </exception>
    public async Task<ApiKeyCredential> ReadAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            var secret = await caller.Vault.ReadAsync(vault, name, cancel).ConfigureAwait(false);
            var (key, generation) = StoredSecret.ReadApiKey(secret, address, vault, name);
            return IsSetBack(generation)
                ? throw Lost(BacklogErrorKind.SecretInvalid, Messages.ApiKeySetBack, null)
                : new ApiKeyCredential(key, space.KeyForm);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing && !space.SecretIsUsers)
        {
            throw Lost(error.Kind, Messages.ApiKeyLost, error);
        }
    }

    /// <summary>
    /// Stores the key in use again if the vault has lost it or has reverted to an older one. Does nothing if the space
    /// was disconnected or reconnected since, because the stored key is then no longer ours, or if the user manages the
    /// secret.
    /// </summary>
    /// <param name="held">The key in use.</param>
    /// <param name="caller">The caller of the operation.</param>
    /// <param name="notes">Receives the messages about the result.</param>
    /// <param name="cancel">Cancels the check.</param>
    public async Task PutBackIfLostAsync(ApiKeyCredential held, ICaller caller, Notes notes, CancellationToken cancel)
    {
        var isLost = false;
        try
        {
            if (space.SecretIsUsers || !await IsLostAsync(caller, cancel).ConfigureAwait(false))
            {
                return;
            }

            // Connecting and disconnecting take this lock too, so we never see a half-finished change.
            using var locked = await registry.LockSecretAsync(address, notes.Verbose, cancel).ConfigureAwait(false);
            isLost = await IsLostAsync(caller, cancel).ConfigureAwait(false) && registry.Read().Find(address)?.Stamp == space.Stamp;
            if (isLost)
            {
                await caller.Vault.WriteAsync(vault, name, StoredSecret.WriteApiKey(address, held.Reveal(), space.SecretGeneration), cancel).ConfigureAwait(false);
                notes.Verbose(Message.Of(Messages.VerboseKeyPutBack, vault, address.Name));
            }
        }
        catch (BacklogException error) when (isLost)
        {
            notes.Warning(Message.Of(CallerText.KeyNotPutBack.Or(Messages.KeyNotPutBack), vault, address.Name, error.Message));
        }
        catch (BacklogException error)
        {
            // The key in use is still valid, so a failed check is not an error.
            notes.Verbose(Message.Of(Messages.VerboseKeyNotLookedAt, vault, address.Name, error.Message));
        }
    }

    private BacklogException Lost(BacklogErrorKind kind, string message, BacklogException? inner) =>
        new(kind, Message.Of(message, vault, name, address.Name), inner)
        {
            NextStep = Message.Of(CallerText.ReconnectNext, address.Name),
            Space = address.Name,
            Target = name,
        };

    private async Task<bool> IsLostAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            return await caller.Vault.LookAsync(vault, name, cancel).ConfigureAwait(false) is { } secret
                && IsSetBack(StoredSecret.ReadApiKey(secret, address, vault, name).Generation);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            return true;
        }
    }

    // A key without a generation was stored by hand, so it is not an older version of ours.
    private bool IsSetBack(long generation) => generation > 0 && generation < space.SecretGeneration;
}
