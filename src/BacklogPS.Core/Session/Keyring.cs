using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>
/// The credentials of the spaces: keeps those in memory, and reads the others from vaults or the environment.
/// </summary>
internal sealed class Keyring
{
    private readonly object gate;
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly SpaceRegistry registry;
    private readonly SpaceDirectory spaces;
    private readonly EnvironmentSettings environment;
    private readonly Dictionary<SpaceAddress, OpenCredential> credentials = new();
    private (SpaceAddress Address, string Key, ApiKeyCredential Credential)? fromEnvironment;

    /// <param name="registry">Provides the locks that other processes respect.</param>
    /// <param name="spaces">The connected spaces.</param>
    /// <param name="environment">Provides <c>BL_API_KEY</c>.</param>
    /// <param name="gate">The gate of <paramref name="spaces"/>.</param>
    public Keyring(SpaceRegistry registry, SpaceDirectory spaces, EnvironmentSettings environment, object gate)
    {
        this.registry = registry;
        this.spaces = spaces;
        this.environment = environment;
        this.gate = gate;
    }

    /// <summary>
    /// The credential from <c>BL_API_KEY</c>, if it is for this space: the one that <c>BL_SPACE</c> names, or the
    /// current space if <c>BL_SPACE</c> is not set.
    /// </summary>
    public ApiKeyCredential? EnvironmentCredential(SpaceAddress address)
    {
        if (!environment.HasApiKey || !address.Equals(spaces.Default) || environment.ApiKey is not { } key)
        {
            return null;
        }

        lock (gate)
        {
            // Kept between calls because the credential learns which form the space accepts.
            if (fromEnvironment is not { } held || !held.Address.Equals(address) || held.Key != key)
            {
                var form = address.IsNulab ? ApiKeyForm.Header : ApiKeyForm.HeaderThenQuery;
                fromEnvironment = held = (address, key, FromEnvironment(key, form));
            }

            return held.Credential;
        }
    }

    private static ApiKeyCredential FromEnvironment(string key, ApiKeyForm form)
    {
        try
        {
            return new ApiKeyCredential(key, form) { FromEnvironment = true };
        }
        catch (BacklogException error)
        {
            // The user did not type this key, so the message says where it came from.
            error.NextStep = Messages.ApiKeyInvalidEnvironmentNext;
            error.Target = EnvironmentSettings.ApiKeyVariable;
            throw;
        }
    }

    /// <summary>
    /// The stored or session-only credential of a connected space, read from its vault once. If the vault has since
    /// lost an API key, the key is stored again.
    /// </summary>
    public async Task<Credential> StoredCredentialAsync(SpaceAddress address, ICaller caller, CancellationToken cancel)
    {
        var space = spaces.Find(address) ?? throw NotConnected(address);
        if (Held(space) is { } atHand && !WasVaultWritten(space, caller))
        {
            return atHand;
        }

        // If many runspaces start at once, only one reads the vault. The runspace that holds the lock waits only for
        // its own pipeline's thread, which is serving it, so there is no deadlock.
        var notes = new Notes();
        await reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Take the mark before reading: whatever is written while we read is then noticed next time.
            var mark = caller.Vault.Mark;
            if (Held(space) is not { } held)
            {
                return Hold(space, await ReadAsync(space, caller, cancel).ConfigureAwait(false), mark);
            }

            if (held is ApiKeyCredential key && WasVaultWritten(space, caller))
            {
                await new StoredApiKey(registry, space).PutBackIfLostAsync(key, caller, notes, cancel).ConfigureAwait(false);
                Hold(space, key, mark);
            }

            return held;
        }
        finally
        {
            reading.Release();
            notes.TellTo(caller);
        }
    }

    /// <summary>
    /// The credential of a space if it is in memory. Not one from an earlier connection, if another process has
    /// reconnected the space.
    /// </summary>
    public Credential? HeldCredential(SpaceAddress address) =>
        EnvironmentCredential(address) ?? (spaces.Find(address) is { } space ? Held(space) : null);

    /// <summary>Keeps a credential that has just been stored.</summary>
    public void Add(KnownSpace space, Credential credential) => Hold(space, credential, mark: null);

    /// <summary>Stops keeping the credential of a space.</summary>
    public void Remove(SpaceAddress address)
    {
        lock (gate)
        {
            credentials.Remove(address);
        }
    }

    /// <summary>Creates an OAuth credential that is stored where the space's credentials are stored.</summary>
    public OAuthCredential OAuthCredential(KnownSpace space, OAuthGrant grant) =>
        new(Tokens(space.Address), grant, space.IsSessionOnly ? null : GrantStore(space), TimeSource.System);

    /// <summary>The endpoint where a space exchanges codes and refresh tokens.</summary>
    public TokenEndpoint Tokens(SpaceAddress address) => new(address);

    /// <inheritdoc cref="SpaceRegistry.LockSecretAsync"/>
    public Task<IDisposable?> LockSecretAsync(SpaceAddress address, ICaller caller, CancellationToken cancel) =>
        registry.LockSecretAsync(address, caller.Verbose, cancel);

    /// <inheritdoc cref="SpaceRegistry.LockVaultAsync"/>
    public IDisposable? LockVault(string vault, CancellationToken cancel) =>
        registry.LockVaultAsync(vault, cancel).ConfigureAwait(false).GetAwaiter().GetResult();

    /// <summary>The error for a space without a credential.</summary>
    public BacklogException NotConnected(SpaceAddress address)
    {
        // If BL_SPACE is set, the key is meant to come from the environment, too; in CI, a missing secret is an empty variable.
        var isBrought = spaces.EnvironmentNamesSpace && address.Equals(spaces.Default);
        var message = !isBrought ? Messages.NotConnected : environment.ApiKeyIsEmpty ? Messages.EnvironmentKeyEmpty : Messages.EnvironmentKeyUnset;
        return new BacklogException(BacklogErrorKind.NotConnected, Message.Of(message, address.Name))
        {
            NextStep = Message.Of(isBrought ? CallerText.EnvironmentKeyNeededNext : CallerText.NotConnectedNext, address.Name),
            Space = address.Name,
            Target = address.Name,
        };
    }

    private async Task<Credential> ReadAsync(KnownSpace space, ICaller caller, CancellationToken cancel)
    {
        if (space.Method == AuthMethod.OAuth)
        {
            return OAuthCredential(space, (await GrantStore(space).ReadAsync(caller, cancel).ConfigureAwait(false)).Grant);
        }

        return await new StoredApiKey(registry, space).ReadAsync(caller, cancel).ConfigureAwait(false);
    }

    private StoredGrant GrantStore(KnownSpace space) => new(registry, space, TimeSource.System);

    private Credential? Held(KnownSpace space)
    {
        lock (gate)
        {
            return credentials.TryGetValue(space.Address, out var held) && held.Stamp == space.Stamp ? held.Credential : null;
        }
    }

    private Credential Hold(KnownSpace space, Credential credential, string? mark)
    {
        lock (gate)
        {
            credentials[space.Address] = new OpenCredential(space.Stamp, credential, mark);
            return credential;
        }
    }

    /// <summary>Whether a vault that may have lost a space's API key was written to since it was last checked.</summary>
    private bool WasVaultWritten(KnownSpace space, ICaller caller)
    {
        if (space.IsSessionOnly || space.Method != AuthMethod.ApiKey || caller.Vault.Mark is not { } mark)
        {
            return false;
        }

        lock (gate)
        {
            return credentials.TryGetValue(space.Address, out var held) && held.Mark != mark;
        }
    }

    private sealed class OpenCredential
    {
        public OpenCredential(string stamp, Credential credential, string? mark)
        {
            Stamp = stamp;
            Credential = credential;
            Mark = mark;
        }

        public string Stamp { get; }

        public Credential Credential { get; }

        /// <summary><see cref="ICredentialVault.Mark"/> when the vault was last checked.</summary>
        public string? Mark { get; }
    }
}
