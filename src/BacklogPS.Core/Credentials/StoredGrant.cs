using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Credentials;

/// <summary>A space's grant in its vault, shared with all other processes that use the space.</summary>
internal sealed class StoredGrant
{
    // How long to wait for a vault that notices late what others wrote. SecretStore takes up to five seconds.
    private const int Looks = 12;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly SpaceRegistry registry;
    private readonly SpaceAddress address;
    private readonly string stamp;
    private readonly string name;
    private readonly StagedSecret secret;
    private readonly TimeSource time;

    public StoredGrant(SpaceRegistry registry, KnownSpace space, TimeSource time)
    {
        this.registry = registry;
        this.time = time;
        address = space.Address;
        stamp = space.Stamp;
        Vault = space.Vault!;
        name = space.SecretName!;
        secret = new StagedSecret(Vault, name);
    }

    public string Vault { get; }

    /// <summary>Keeps other processes from changing the grant until the result is disposed.</summary>
    /// <param name="verbose">Receives a message if locking is not possible.</param>
    /// <param name="cancel">Stops waiting for the lock.</param>
    public Task<IDisposable?> LockAsync(Action<string> verbose, CancellationToken cancel) =>
        registry.LockSecretAsync(address, verbose, cancel);

    /// <summary>
    /// Reads the grant. Also returns whether a process was killed while storing it, so that it must be stored again.
    /// </summary>
    public async Task<(OAuthGrant Grant, bool IsHalfStored)> ReadAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            var (text, isNew) = await secret.ReadAsync(caller.Vault, cancel).ConfigureAwait(false);
            return (Parse(text), isNew);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            error.NextStep = Message.Of(CallerText.ReconnectOAuthNext, address.Name);
            throw;
        }
    }

    /// <summary>
    /// Reads the grant like <see cref="ReadAsync"/>, but retries for a while if a later generation is known to be
    /// stored, because the refresh token of an older one is spent.
    /// </summary>
    /// <param name="held">The tokens in use.</param>
    /// <param name="caller">The caller of the operation.</param>
    /// <param name="cancel">Cancels the waiting.</param>
    public async Task<(OAuthGrant Grant, bool IsHalfStored)> ReadLatestAsync(OAuthGrant held, ICaller caller, CancellationToken cancel)
    {
        for (var looks = 1; ; looks++)
        {
            var found = await ReadAsync(caller, cancel).ConfigureAwait(false);
            if (looks == Looks || Math.Max(found.Grant.Generation, held.Generation) >= (Connection()?.SecretGeneration ?? 0))
            {
                return found;
            }

            await Task.Delay(BetweenLooks, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether the vault should hold the tokens in use but returns older ones or none, because another program reverted
    /// it. False if the space was disconnected or signed in to again.
    /// </summary>
    /// <param name="held">The tokens in use.</param>
    /// <param name="stored">The tokens in the vault; null if there are none.</param>
    public bool HasLost(OAuthGrant held, OAuthGrant? stored) =>
        held.Generation > 0 && (stored is null || stored.Generation is var shown && shown > 0 && shown < held.Generation) && Connection() is not null;

    /// <summary>
    /// Reads the grant that a killed process left half stored, even if an older one is stored; null if there is none.
    /// </summary>
    public async Task<OAuthGrant?> ReadHalfStoredAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            return await secret.ReadNewAsync(caller.Vault, cancel).ConfigureAwait(false) is { } found ? Parse(found) : null;
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretInvalid)
        {
            return null;
        }
    }

    /// <summary>Stores a grant. If the process is killed meanwhile, either the old or the new grant survives.</summary>
    public async Task WriteAsync(OAuthGrant grant, ICaller caller, CancellationToken cancel)
    {
        await secret.WriteAsync(caller.Vault, StoredSecret.WriteOAuth(address, grant), cancel).ConfigureAwait(false);
        try
        {
            registry.Update(r => r.Find(address) is { } known && known.Stamp == stamp
                ? r.With(known with { SecretGeneration = grant.Generation })
                : r);
        }
        catch (BacklogException)
        {
            // The tokens are stored. Without the new generation in the registry, a process that reads older tokens from
            // its vault just does not notice that they are old.
        }
    }

    /// <summary>The registry's entry for this connection; null if it was removed, replaced, or cannot be read.</summary>
    private KnownSpace? Connection()
    {
        try
        {
            return registry.Read().Find(address) is { } known && known.Stamp == stamp ? known : null;
        }
        catch (BacklogException)
        {
            return null;
        }
    }

    private OAuthGrant Parse(string text) => StoredSecret.ReadOAuth(text, address, Vault, name, time);
}
