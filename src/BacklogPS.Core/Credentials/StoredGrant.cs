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
    private readonly TimeSource time;

    public StoredGrant(SpaceRegistry registry, KnownSpace space, TimeSource time)
    {
        this.registry = registry;
        this.time = time;
        address = space.Address;
        Vault = space.Vault!;
        name = space.SecretName!;
    }

    public string Vault { get; }

    /// <summary>Keeps other processes from changing the grant until it is disposed.</summary>
    /// <param name="verbose">Told where that is not possible.</param>
    /// <param name="cancel">Stops the waiting for the lock.</param>
    public Task<IDisposable?> LockAsync(Action<string> verbose, CancellationToken cancel) =>
        registry.LockSecretAsync(address, verbose, cancel);

    public async Task<OAuthGrant> ReadAsync(ICaller caller, CancellationToken cancel)
    {
        try
        {
            var secret = await caller.Vault.ReadAsync(Vault, name, cancel).ConfigureAwait(false);
            return StoredSecret.ReadOAuth(secret, address, Vault, name, time);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            error.NextStep = Message.Of(Messages.ReconnectOAuthNext, address.Name);
            throw;
        }
    }

    /// <summary>One write of one secret: who is killed meanwhile leaves the old grant or the new one.</summary>
    public Task WriteAsync(OAuthGrant grant, ICaller caller, CancellationToken cancel) =>
        caller.Vault.WriteAsync(Vault, name, StoredSecret.WriteOAuth(address, grant), cancel);
}
