using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Resources;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>Connects spaces and leaves them again, in an order in which a fault at any step loses nothing.</summary>
internal sealed class SpaceConnector
{
    private readonly BacklogSession session;
    private readonly ICaller caller;

    public SpaceConnector(BacklogSession session, ICaller caller)
    {
        this.session = session;
        this.caller = caller;
    }

    /// <summary>Verifies the key with the space, and only then stores it and makes the space current.</summary>
    public async Task<AuthStatus> ConnectAsync(ConnectRequest request, CancellationToken cancel)
    {
        var address = request.Address;
        string? vault = null;
        var key = request.ApiKey;
        if (key is null)
        {
            vault = await caller.Vault.FindAsync(request.Vault, cancel).ConfigureAwait(false);
            var secret = await caller.Vault.ReadAsync(vault, request.SecretName!, cancel).ConfigureAwait(false);
            key = StoredSecret.ReadApiKey(secret, address, vault, request.SecretName!);
        }

        var form = request.UseQueryApiKey ? ApiKeyForm.Query : address.IsNulab ? ApiKeyForm.Header : ApiKeyForm.HeaderThenQuery;
        var credential = new ApiKeyCredential(key, form);
        var user = await Users.GetMyselfAsync(session.OpenWith(address, credential, caller), cancel).ConfigureAwait(false);

        var before = session.FindStored(address);
        var space = new KnownSpace(address, AuthMethod.ApiKey)
        {
            KeyForm = credential.Form,
            UserName = user.Name,
            UserId = user.UserId,
            ConnectedAt = DateTimeOffset.UtcNow,
            Stamp = Guid.NewGuid().ToString("N"),
        };
        if (!request.SessionOnly)
        {
            vault ??= await caller.Vault.FindAsync(request.Vault, cancel).ConfigureAwait(false);
            space = space with
            {
                Vault = vault,
                SecretName = request.SecretName ?? StoredSecret.NameFor(address),
                SecretIsUsers = request.SecretName is not null,
            };
        }

        await StoreAsync(space, before, credential, cancel).ConfigureAwait(false);
        return AuthStatus.Verified(session, space, credential, user);
    }

    /// <summary>Removes a space's secret from its vault, then what is remembered of it.</summary>
    /// <param name="address">The space.</param>
    /// <param name="force">Whether to forget the space even if the vault does not let the secret go.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task DisconnectAsync(SpaceAddress address, bool force, CancellationToken cancel)
    {
        if (session.FindStored(address) is { } stored)
        {
            try
            {
                await RemoveSecretAsync(stored, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (force)
            {
                caller.Warning(Message.Of(Messages.SecretLeftBehind, stored.SecretName, stored.Vault, address.Name, error.Message));
            }
        }

        session.Forget(address);
    }

    private async Task StoreAsync(KnownSpace space, KnownSpace? before, ApiKeyCredential credential, CancellationToken cancel)
    {
        var ours = !space.IsSessionOnly && !space.SecretIsUsers;
        if (ours)
        {
            var record = StoredSecret.WriteApiKey(space.Address, credential.Reveal());
            await caller.Vault.WriteAsync(space.Vault!, space.SecretName!, record, cancel).ConfigureAwait(false);
        }

        try
        {
            session.Remember(space, credential);
        }
        catch (BacklogException) when (ours && !SameSecret(space, before))
        {
            // Nobody would ever find the secret again. What the vault says to this is less than what went wrong before.
            try
            {
                await RemoveSecretAsync(space, CancellationToken.None).ConfigureAwait(false);
            }
            catch (BacklogException)
            {
                caller.Warning(Message.Of(Messages.SecretOrphaned, space.SecretName, space.Vault));
            }

            throw;
        }

        if (!space.IsSessionOnly && before is not null && !SameSecret(space, before))
        {
            await RemoveFormerSecretAsync(before, cancel).ConfigureAwait(false);
        }
    }

    private async Task RemoveFormerSecretAsync(KnownSpace before, CancellationToken cancel)
    {
        try
        {
            await RemoveSecretAsync(before, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            caller.Warning(Message.Of(Messages.SecretLeftBehind, before.SecretName, before.Vault, before.Address.Name, error.Message));
        }
    }

    private async Task RemoveSecretAsync(KnownSpace space, CancellationToken cancel)
    {
        if (!space.SecretIsUsers)
        {
            await caller.Vault.RemoveAsync(space.Vault!, space.SecretName!, cancel).ConfigureAwait(false);
        }
    }

    private static bool SameSecret(KnownSpace one, KnownSpace? other) =>
        other is not null
        && string.Equals(one.Vault, other.Vault, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.SecretName, other.SecretName, StringComparison.OrdinalIgnoreCase);
}
