using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.Spaces;

namespace BacklogPS.Credentials;

/// <summary>A space's grant as it lies in its vault, shared with whatever other processes use the space.</summary>
internal sealed class StoredGrant
{
    private readonly SpaceRegistry registry;
    private readonly SpaceAddress address;
    private readonly string name;
    private readonly StagedSecret secret;
    private readonly TimeSource time;

    public StoredGrant(SpaceRegistry registry, KnownSpace space, TimeSource time)
    {
        this.registry = registry;
        this.time = time;
        address = space.Address;
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

    /// <summary>The grant that a killed process left half stored, even where an older one is there; null where there is none.</summary>
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
    public Task WriteAsync(OAuthGrant grant, ICaller caller, CancellationToken cancel) =>
        secret.WriteAsync(caller.Vault, StoredSecret.WriteOAuth(address, grant), cancel);

    private OAuthGrant Parse(string text) => StoredSecret.ReadOAuth(text, address, Vault, name, time);
}
