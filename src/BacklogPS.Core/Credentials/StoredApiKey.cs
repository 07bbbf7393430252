using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Spaces;

namespace BacklogPS.Credentials;

/// <summary>A space's API key as it lies in its vault, where another program may undo that it was stored.</summary>
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

    /// <exception cref="BacklogException">The vault does not give it, or gives one that was replaced since.</exception>
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
    /// Stores the key in use once more if the vault has lost it or has an older one again. Not so where the space was
    /// disconnected or connected anew since: then it is not ours to store. Nor is a secret of the user's own.
    /// </summary>
    /// <param name="held">The key in use.</param>
    /// <param name="caller">Whose call it is.</param>
    /// <param name="notes">What came of it.</param>
    /// <param name="cancel">Stops the looking.</param>
    public async Task PutBackIfLostAsync(ApiKeyCredential held, ICaller caller, Notes notes, CancellationToken cancel)
    {
        var isLost = false;
        try
        {
            if (space.SecretIsUsers || !await IsLostAsync(caller, cancel).ConfigureAwait(false))
            {
                return;
            }

            // Connecting and disconnecting take this lock, so what is read here is never half of a change.
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
            notes.Warning(Message.Of(Messages.KeyNotPutBack, vault, address.Name, error.Message));
        }
        catch (BacklogException error)
        {
            // The key at hand is as good as before.
            notes.Verbose(Message.Of(Messages.VerboseKeyNotLookedAt, vault, address.Name, error.Message));
        }
    }

    private BacklogException Lost(BacklogErrorKind kind, string message, BacklogException? inner) =>
        new(kind, Message.Of(message, vault, name, address.Name), inner)
        {
            NextStep = Message.Of(Messages.ReconnectNext, address.Name),
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

    // A key without a generation is one that the user stored by hand: that is meant.
    private bool IsSetBack(long generation) => generation > 0 && generation < space.SecretGeneration;
}
