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
/// The state of the process: the spaces, their credentials and the connections to them. Shared by all runspaces and
/// thread-safe.
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

    /// <summary>The instance of this process.</summary>
    public static BacklogSession Instance => ForProcess.Value;

    /// <summary>The connected spaces.</summary>
    public SpaceDirectory Spaces { get; }

    /// <summary>Their credentials.</summary>
    public Keyring Keyring { get; }

    /// <summary>Opens a space with the credential that applies to it.</summary>
    /// <exception cref="BacklogException">There is no credential, or the vault did not return it.</exception>
    public async Task<BacklogHttp> OpenAsync(SpaceAddress address, ICaller caller, CancellationToken cancel)
    {
        var credential = Keyring.EnvironmentCredential(address) ?? await Keyring.StoredCredentialAsync(address, caller, cancel).ConfigureAwait(false);
        return new BacklogHttp(TransportFor(address), credential, caller) { IsReadOnly = IsReadOnly(address) };
    }

    /// <summary>Whether writing to a space is forbidden, either by how it was connected or by <c>BL_READ_ONLY</c>.</summary>
    public bool IsReadOnly(SpaceAddress address) => environment.IsReadOnly || (Keyring.EnvironmentCredential(address) is null && Spaces.Find(address) is { IsReadOnly: true });

    /// <summary>
    /// Opens a space with the credential in memory, for calls that must neither use a vault nor refresh tokens; calls
    /// that would need to are cancelled. Returns null if there is no credential in memory.
    /// </summary>
    public BacklogHttp? OpenAtHand(SpaceAddress address, ICaller caller)
    {
        var credential = Keyring.HeldCredential(address);
        return credential is null ? null : new BacklogHttp(TransportFor(address), new FixedCredential(credential), caller);
    }

    /// <summary>Opens a space with a credential that is not stored yet.</summary>
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

    /// <summary>Removes a space. If it was current, the most recently connected remaining space becomes current.</summary>
    public void Forget(SpaceAddress address)
    {
        Spaces.Remove(address);
        Keyring.Remove(address);
    }

    private SpaceTransport TransportFor(SpaceAddress address) => transports.GetOrAdd(address, a => new SpaceTransport(a));
}
