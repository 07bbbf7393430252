using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>
/// The state of the process: the spaces, their credentials, and the connections to them. One for all runspaces, safe for
/// many threads.
/// </summary>
internal sealed class BacklogSession
{
    private static readonly Lazy<BacklogSession> ForProcess = new(() => new BacklogSession(SpaceRegistry.ForUser(), new EnvironmentSettings()));

    private readonly object gate = new();
    private readonly EnvironmentSettings environment;
    private readonly ConcurrentDictionary<SpaceAddress, SpaceTransport> transports = new();

    public BacklogSession(SpaceRegistry registry, EnvironmentSettings environment)
    {
        this.environment = environment;
        Spaces = new SpaceDirectory(registry, environment, gate);
        Keyring = new Keyring(registry, Spaces, environment, gate);
    }

    /// <summary>The process's own.</summary>
    public static BacklogSession Instance => ForProcess.Value;

    /// <summary>The connected spaces.</summary>
    public SpaceDirectory Spaces { get; }

    /// <summary>Their credentials.</summary>
    public Keyring Keyring { get; }

    /// <summary>Opens the door to a space with the credential that is due there.</summary>
    /// <exception cref="BacklogException">There is no credential, or the vault did not give it.</exception>
    public async Task<BacklogHttp> OpenAsync(SpaceAddress address, ICaller caller, CancellationToken cancel)
    {
        var credential = Keyring.EnvironmentCredential(address) ?? await Keyring.StoredCredentialAsync(address, caller, cancel).ConfigureAwait(false);
        return new BacklogHttp(TransportFor(address), credential, caller) { IsReadOnly = IsReadOnly(address) };
    }

    /// <summary>Whether nothing may be written to a space: it was connected so, or <c>BL_READ_ONLY</c> says so of all.</summary>
    public bool IsReadOnly(SpaceAddress address) => environment.IsReadOnly || (Keyring.EnvironmentCredential(address) is null && Spaces.Find(address) is { IsReadOnly: true });

    /// <summary>
    /// Opens the door with the credential that is at hand, for calls that must neither reach a vault nor refresh tokens:
    /// what would take that is cancelled. Null if there is none.
    /// </summary>
    public BacklogHttp? OpenAtHand(SpaceAddress address, ICaller caller)
    {
        var credential = Keyring.HeldCredential(address);
        return credential is null ? null : new BacklogHttp(TransportFor(address), new FixedCredential(credential), caller);
    }

    /// <summary>Opens the door with a credential that is not yet anybody's.</summary>
    public BacklogHttp OpenWith(SpaceAddress address, Credential credential, ICaller caller) =>
        new(TransportFor(address), credential, caller);

    /// <summary>Adds or replaces a space with its credential, and makes it current.</summary>
    public void Remember(KnownSpace space, Credential credential)
    {
        Spaces.Store(space);
        lock (gate)
        {
            Spaces.Use(space);
            Keyring.Add(space, credential);
        }
    }

    /// <summary>Forgets a space; if it was current, the most recently connected remaining one becomes so.</summary>
    public void Forget(SpaceAddress address)
    {
        Spaces.Remove(address);
        Keyring.Remove(address);
    }

    private SpaceTransport TransportFor(SpaceAddress address) => transports.GetOrAdd(address, a => new SpaceTransport(a));
}
