using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>The credentials of the spaces: those at hand, and how the others are brought from vaults or the environment.</summary>
internal sealed class Keyring
{
    private readonly object gate;
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly SpaceRegistry registry;
    private readonly SpaceDirectory spaces;
    private readonly EnvironmentSettings environment;
    private readonly Dictionary<SpaceAddress, OpenCredential> credentials = new();
    private (SpaceAddress Address, string Key, ApiKeyCredential Credential)? fromEnvironment;

    /// <param name="registry">Has the locks that other processes respect.</param>
    /// <param name="spaces">The connected spaces.</param>
    /// <param name="environment">Where <c>BL_API_KEY</c> comes from.</param>
    /// <param name="gate">That of <paramref name="spaces"/>.</param>
    public Keyring(SpaceRegistry registry, SpaceDirectory spaces, EnvironmentSettings environment, object gate)
    {
        this.registry = registry;
        this.spaces = spaces;
        this.environment = environment;
        this.gate = gate;
    }

    /// <summary>
    /// The credential of <c>BL_API_KEY</c>, if it is for this space: the one that <c>BL_SPACE</c> names, or without
    /// <c>BL_SPACE</c> the current one.
    /// </summary>
    public ApiKeyCredential? EnvironmentCredential(SpaceAddress address)
    {
        if (!environment.HasApiKey || !address.Equals(spaces.Default) || environment.ApiKey is not { } key)
        {
            return null;
        }

        lock (gate)
        {
            // Kept between calls because it learns how the key has to travel.
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
    /// The stored or session-only credential of a connected space, read from its vault once. An API key that the vault has
    /// lost since is put back.
    /// </summary>
    public async Task<Credential> StoredCredentialAsync(SpaceAddress address, ICaller caller, CancellationToken cancel)
    {
        var space = spaces.Find(address) ?? throw NotConnected(address);
        if (Held(space) is { } atHand && !WasVaultWritten(space, caller))
        {
            return atHand;
        }

        // Twenty runspaces that start at once ask the vault once. The runspace that holds the lock waits only for its own
        // pipeline's thread, which is serving it, so there is no deadlock.
        var notes = new Notes();
        await reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Of the time before: what is written while we read is looked at next time.
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
    /// The credential of a space if it is at hand without a vault; not that of an earlier connection, where another process
    /// has connected the space anew.
    /// </summary>
    public Credential? HeldCredential(SpaceAddress address) =>
        EnvironmentCredential(address) ?? (spaces.Find(address) is { } space ? Held(space) : null);

    /// <summary>Keeps a credential that has just been stored.</summary>
    public void Add(KnownSpace space, Credential credential) => Hold(space, credential, mark: null);

    /// <summary>Keeps the credential of a space no longer.</summary>
    public void Remove(SpaceAddress address)
    {
        lock (gate)
        {
            credentials.Remove(address);
        }
    }

    /// <summary>A credential of tokens, kept where the space's credentials are kept.</summary>
    public OAuthCredential OAuthCredential(KnownSpace space, OAuthGrant grant) =>
        new(Tokens(space.Address), grant, space.IsSessionOnly ? null : GrantStore(space), TimeSource.System);

    /// <summary>Where a space exchanges codes and refresh tokens.</summary>
    public TokenEndpoint Tokens(SpaceAddress address) => new(address);

    /// <inheritdoc cref="SpaceRegistry.LockSecretAsync"/>
    public Task<IDisposable?> LockSecretAsync(SpaceAddress address, ICaller caller, CancellationToken cancel) =>
        registry.LockSecretAsync(address, caller.Verbose, cancel);

    /// <inheritdoc cref="SpaceRegistry.LockVaultAsync"/>
    public IDisposable? LockVault(string vault, CancellationToken cancel) =>
        registry.LockVaultAsync(vault, cancel).ConfigureAwait(false).GetAwaiter().GetResult();

    /// <summary>The error for a space that there is no credential for.</summary>
    public BacklogException NotConnected(SpaceAddress address)
    {
        // If BL_SPACE is set, the key is meant to come from the environment, too; in CI, a missing secret is an empty variable.
        var isBrought = spaces.EnvironmentNamesSpace && address.Equals(spaces.Default);
        var message = !isBrought ? Messages.NotConnected : environment.ApiKeyIsEmpty ? Messages.EnvironmentKeyEmpty : Messages.EnvironmentKeyUnset;
        return new BacklogException(BacklogErrorKind.NotConnected, Message.Of(message, address.Name))
        {
            NextStep = Message.Of(isBrought ? Messages.EnvironmentKeyNeededNext : Messages.NotConnectedNext, address.Name),
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

    /// <summary>Whether a vault that may have lost a space's API key was written since it was last looked at.</summary>
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

        /// <summary><see cref="ICredentialVault.Mark"/> when its vault was last looked at.</summary>
        public string? Mark { get; }
    }
}
