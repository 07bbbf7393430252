using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Credentials;

/// <summary>A space's grant as it lies in its vault, shared with whatever other processes use the space.</summary>
internal sealed class StoredGrant
{
    // A vault that notices late what others wrote is given this long. SecretStore by itself would take five seconds.
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

    /// <summary>Keeps other processes from changing the grant until it is disposed.</summary>
    /// <param name="verbose">Told where that is not possible.</param>
    /// <param name="cancel">Stops the waiting for the lock.</param>
    public Task<IDisposable?> LockAsync(Action<string> verbose, CancellationToken cancel) =>
        registry.LockSecretAsync(address, verbose, cancel);

    /// <summary>Reads the grant; and whether a process was killed while it was storing it, so that it has to be stored again.</summary>
    public async Task<(OAuthGrant Grant, bool IsHalfStored)> ReadAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            var (text, isNew) = await secret.ReadAsync(caller.Vault, cancel).ConfigureAwait(false);
            return (Parse(text), isNew);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            error.NextStep = Message.Of(Messages.ReconnectOAuthNext, address.Name);
            throw;
        }
    }

    /// <summary>
    /// Reads the grant as <see cref="ReadAsync"/>, and again for a while where one of a later generation was stored: the
    /// refresh token of an older one is spent.
    /// </summary>
    /// <param name="held">The tokens in use.</param>
    /// <param name="caller">Whose call it is.</param>
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
    /// Whether tokens in use are the ones that ought to be stored although the vault shows other ones, or none: another
    /// program has set it back. Not so where the space was disconnected or signed in to again.
    /// </summary>
    /// <param name="held">The tokens in use.</param>
    /// <param name="stored">What the vault shows; null for nothing.</param>
    public bool HasLost(OAuthGrant held, OAuthGrant? stored) =>
        held.Generation > 0 && (stored is null || stored.Generation is var shown && shown > 0 && shown < held.Generation) && Connection() is not null;

    /// <summary>The grant that a killed process left half stored, even where an older one is there; null if there is none.</summary>
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

    /// <summary>Stores a grant. Who is killed meanwhile leaves the old one or the new one.</summary>
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
            // The tokens are safe; only whom the vault shows older ones does not know it.
        }
    }

    /// <summary>What is remembered of this connection; null if it was ended, replaced, or cannot be read.</summary>
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
