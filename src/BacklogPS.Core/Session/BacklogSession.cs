using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>
/// The state of the process: which spaces are known, which one is current, and the credentials already at hand. One for
/// all runspaces, safe for many threads.
/// </summary>
internal sealed class BacklogSession
{
    private static readonly Lazy<BacklogSession> ForProcess = new(() => new BacklogSession(SpaceRegistry.ForUser(), new EnvironmentSettings()));

    private readonly object gate = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly SpaceRegistry registry;
    private readonly EnvironmentSettings environment;
    private readonly ConcurrentDictionary<SpaceAddress, SpaceTransport> transports = new();
    private readonly Dictionary<SpaceAddress, OpenCredential> credentials = new();
    private readonly Dictionary<SpaceAddress, KnownSpace> sessionOnly = new();

    // The process keeps its current space whatever other processes choose; null until it is first asked for.
    private SpaceAddress? current;
    private (SpaceAddress Address, string Key, ApiKeyCredential Credential)? fromEnvironment;

    public BacklogSession(SpaceRegistry registry, EnvironmentSettings environment)
    {
        this.registry = registry;
        this.environment = environment;
    }

    /// <summary>The process's own.</summary>
    public static BacklogSession Instance => ForProcess.Value;

    /// <summary>The connected spaces; those of this session only stand before a stored one of the same address.</summary>
    public IReadOnlyList<KnownSpace> Spaces => WithSessionOnly(registry.Read());

    /// <summary>What of a space is known; null if it is not connected.</summary>
    public KnownSpace? Find(SpaceAddress address) => Spaces.FirstOrDefault(s => s.Address.Equals(address));

    /// <summary>
    /// The space that a text names: a host or URL as it stands; a key means the one connected space that bears it,
    /// else that key's space at backlog.com.
    /// </summary>
    /// <exception cref="BacklogException">No address, or a key that more than one connected space bears.</exception>
    public SpaceAddress Resolve(string text)
    {
        if (!SpaceAddress.IsKey(text))
        {
            return SpaceAddress.Parse(text);
        }

        var meant = SpaceAddress.FromKey(text);
        var bearers = Spaces.Where(s => string.Equals(s.Address.Key, meant.Key, StringComparison.OrdinalIgnoreCase)).ToList();
        return bearers.Count switch
        {
            0 => meant,
            1 => bearers[0].Address,
            _ => throw new BacklogException(
                BacklogErrorKind.SpaceAmbiguous,
                Message.Of(Messages.SpaceAmbiguous, text, string.Join(", ", bearers.Select(b => b.Address.Name))))
            {
                NextStep = Messages.SpaceAmbiguousNext,
                Target = text,
            },
        };
    }

    /// <summary>The space that a call without <c>-Space</c> talks to: <c>BL_SPACE</c>, else the current one; null if neither is.</summary>
    public SpaceAddress? Default => environment.Space is { } named ? Resolve(named) : Current;

    /// <summary>The current space, whatever <c>BL_SPACE</c> says; null if none is connected.</summary>
    public SpaceAddress? Current
    {
        get
        {
            // The environment's own space is usable without any registry, so only this reads it.
            var stored = registry.Read();
            var known = WithSessionOnly(stored);
            lock (gate)
            {
                if (current is not null && known.Any(s => s.Address.Equals(current)))
                {
                    return current;
                }

                // Without a file nothing says that the space in use is gone for good, and the file that comes next may
                // have another process's current space. Calls must not change over to that by themselves.
                if (current is not null && stored.Spaces.Count == 0)
                {
                    return null;
                }

                return current = stored.Current ?? RegistrySnapshot.Latest(known)?.Address;
            }
        }
    }

    /// <summary>Whether <c>BL_SPACE</c> decides which space calls talk to.</summary>
    public bool EnvironmentNamesSpace => environment.Space is not null;

    /// <summary>The default space.</summary>
    /// <exception cref="BacklogException">There is none.</exception>
    public SpaceAddress RequireDefault() => Default ?? throw new BacklogException(BacklogErrorKind.NoSpace, Messages.NoSpace)
    {
        NextStep = Messages.NoSpaceNext,
    };

    /// <summary>Makes a known space current, now and for the next process.</summary>
    /// <exception cref="BacklogException">The space is not known.</exception>
    public KnownSpace SetCurrent(SpaceAddress address)
    {
        var space = Find(address) ?? throw Unknown(address.Name);
        if (!space.IsSessionOnly)
        {
            registry.Update(r => r.WithCurrent(address));
        }

        lock (gate)
        {
            current = address;
        }

        return space;
    }

    /// <summary>Opens the door to a space with the credential that is due there.</summary>
    /// <exception cref="BacklogException">There is no credential, or the vault did not give it.</exception>
    public async Task<BacklogHttp> OpenAsync(SpaceAddress address, ICaller caller, CancellationToken cancel)
    {
        var credential = EnvironmentCredential(address) ?? await StoredCredentialAsync(address, caller, cancel).ConfigureAwait(false);
        return new BacklogHttp(TransportFor(address), credential, caller) { IsReadOnly = IsReadOnly(address) };
    }

    /// <summary>Whether nothing may be written to a space: it was connected so, or <c>BL_READ_ONLY</c> says so of all.</summary>
    public bool IsReadOnly(SpaceAddress address) => environment.IsReadOnly || (EnvironmentCredential(address) is null && Find(address) is { IsReadOnly: true });

    /// <summary>
    /// Opens the door with the credential that is at hand, for calls that must neither reach a vault nor refresh tokens:
    /// what would take that is cancelled. Null if there is none.
    /// </summary>
    public BacklogHttp? OpenAtHand(SpaceAddress address, ICaller caller)
    {
        var credential = HeldCredential(address);
        return credential is null ? null : new BacklogHttp(TransportFor(address), new FixedCredential(credential), caller);
    }

    /// <summary>Opens the door with a credential that is not yet anybody's.</summary>
    public BacklogHttp OpenWith(SpaceAddress address, Credential credential, ICaller caller) =>
        new(TransportFor(address), credential, caller);

    /// <summary>
    /// The credential of <c>BL_API_KEY</c>, if it is for this space: the one that <c>BL_SPACE</c> names, or without
    /// <c>BL_SPACE</c> the current one.
    /// </summary>
    public ApiKeyCredential? EnvironmentCredential(SpaceAddress address)
    {
        if (!environment.HasApiKey || !address.Equals(Default) || environment.ApiKey is not { } key)
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
        var space = Find(address) ?? throw NotConnected(address);
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

    /// <summary>
    /// The credential of a space if it is at hand without a vault; not that of an earlier connection, where another process
    /// has connected the space anew.
    /// </summary>
    public Credential? HeldCredential(SpaceAddress address) =>
        EnvironmentCredential(address) ?? (Find(address) is { } space ? Held(space) : null);

    /// <summary>Makes sure that a space can be remembered, before its secret is stored.</summary>
    /// <exception cref="BacklogException">It cannot.</exception>
    public void EnsureCanRemember(KnownSpace space)
    {
        if (!space.IsSessionOnly)
        {
            registry.Rehearse(r => r.With(space).WithCurrent(space.Address));
        }
    }

    /// <summary>Makes sure that a stored space can be forgotten, before its secret is removed.</summary>
    /// <exception cref="BacklogException">It cannot.</exception>
    public void EnsureCanForget(KnownSpace space) => registry.Rehearse(r => r.Without(space.Address));

    /// <summary>Adds or replaces a space and makes it current.</summary>
    public void Remember(KnownSpace space, Credential credential)
    {
        if (!space.IsSessionOnly)
        {
            registry.Update(r => r.With(space).WithCurrent(space.Address));
        }

        lock (gate)
        {
            if (space.IsSessionOnly)
            {
                sessionOnly[space.Address] = space;
            }
            else
            {
                sessionOnly.Remove(space.Address);
            }

            Hold(space, credential, mark: null);
            current = space.Address;
        }
    }

    /// <summary>What the registry holds of a space, whether or not a session-only connection stands before it.</summary>
    public KnownSpace? FindStored(SpaceAddress address) => registry.Read().Find(address);

    /// <summary>Forgets a space; if it was current, the most recently connected remaining one becomes so.</summary>
    public void Forget(SpaceAddress address)
    {
        if (FindStored(address) is not null)
        {
            registry.Update(r => r.Without(address));
        }

        bool wasCurrent;
        lock (gate)
        {
            sessionOnly.Remove(address);
            credentials.Remove(address);
            wasCurrent = address.Equals(current);
        }

        if (wasCurrent)
        {
            var next = RegistrySnapshot.Latest(Spaces)?.Address;
            lock (gate)
            {
                current = next;
            }
        }
    }

    /// <summary>The error for a space that is not among the connected ones.</summary>
    public BacklogException Unknown(string text)
    {
        var names = string.Join(", ", Spaces.Select(s => s.Address.Name));
        return new BacklogException(BacklogErrorKind.SpaceUnknown, Message.Of(Messages.SpaceUnknown, text))
        {
            NextStep = names.Length == 0 ? Messages.NoSpaceNext : Message.Of(Messages.SpaceUnknownNext, names),
            Target = text,
        };
    }

    /// <summary>The error for a space that there is no credential for.</summary>
    public BacklogException NotConnected(SpaceAddress address)
    {
        // If BL_SPACE is set, the key is meant to come from the environment, too; in CI, a missing secret is an empty variable.
        var isBrought = EnvironmentNamesSpace && address.Equals(Default);
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

    private IReadOnlyList<KnownSpace> WithSessionOnly(RegistrySnapshot stored)
    {
        lock (gate)
        {
            return stored.Spaces.Where(s => !sessionOnly.ContainsKey(s.Address)).Concat(sessionOnly.Values)
                .OrderBy(s => s.Address.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
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

    private SpaceTransport TransportFor(SpaceAddress address) => transports.GetOrAdd(address, a => new SpaceTransport(a));

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
