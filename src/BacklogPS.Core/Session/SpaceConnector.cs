using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.OAuth;
using BacklogPS.Resources;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>Connects and disconnects spaces. The steps are ordered so that a failure at any of them loses nothing.</summary>
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
            key = StoredSecret.ReadApiKey(secret, address, vault, request.SecretName!).Key;
        }

        var form = request.UseQueryApiKey ? ApiKeyForm.Query : address.IsNulab ? ApiKeyForm.Header : ApiKeyForm.HeaderThenQuery;
        var credential = new ApiKeyCredential(key, form);
        var user = await Users.GetMyselfAsync(session.OpenWith(address, credential, caller), cancel).ConfigureAwait(false);

        var space = new KnownSpace(address, AuthMethod.ApiKey)
        {
            KeyForm = credential.Form,
            IsReadOnly = request.ReadOnly,
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
                SecretName = request.SecretName ?? SecretNames.For(address, AuthMethod.ApiKey),
                SecretIsUsers = request.SecretName is not null,
                SecretGeneration = request.SecretName is null ? NextGeneration(address) : 0,
            };
        }

        await StoreAsync(space, credential, StoredSecret.WriteApiKey(address, credential.Reveal(), space.SecretGeneration), cancel).ConfigureAwait(false);
        return AuthStatus.Verified(session, space, credential, user);
    }

    /// <summary>
    /// Lets the user grant access in a browser, verifies the tokens, and only then stores them and makes the space
    /// current.
    /// </summary>
    public async Task<AuthStatus> ConnectAsync(OAuthConnectRequest request, IAuthorizationFlow flow, CancellationToken cancel)
    {
        // Check first that the connection can be stored, before the user goes through the browser.
        var address = request.Address;
        var vault = request.SessionOnly ? null : await caller.Vault.FindAsync(request.Vault, cancel).ConfigureAwait(false);
        session.Spaces.EnsureCanRemember(new KnownSpace(address, AuthMethod.OAuth) { ClientId = request.Client.Id, Vault = vault });
        var grant = await AuthorizeAsync(request, flow, cancel).ConfigureAwait(false);

        var space = new KnownSpace(address, AuthMethod.OAuth) { ClientId = request.Client.Id };
        var credential = session.Keyring.OAuthCredential(space, grant);
        var user = await Users.GetMyselfAsync(session.OpenWith(address, credential, caller), cancel).ConfigureAwait(false);
        space = space with
        {
            Vault = vault,
            IsReadOnly = request.ReadOnly,
            SecretName = vault is null ? null : SecretNames.For(address, AuthMethod.OAuth),
            UserName = user.Name,
            UserId = user.UserId,
            ConnectedAt = DateTimeOffset.UtcNow,
            Stamp = Guid.NewGuid().ToString("N"),
            SecretGeneration = credential.Grant.Generation,
        };
        credential = session.Keyring.OAuthCredential(space, credential.Grant);
        await StoreAsync(space, credential, StoredSecret.WriteOAuth(address, credential.Grant), cancel).ConfigureAwait(false);
        return AuthStatus.Verified(session, space, credential, user);
    }

    /// <summary>Removes a space's secret from its vault, and then the space itself from the registry.</summary>
    /// <param name="address">The space.</param>
    /// <param name="force">Whether to remove the space even if the vault does not remove the secret.</param>
    /// <param name="cancel">Cancels the operation.</param>
    public async Task DisconnectAsync(SpaceAddress address, bool force, CancellationToken cancel)
    {
        var stored = session.Spaces.FindStored(address);
        using var held = stored is null ? null : await session.Keyring.LockSecretAsync(address, caller, cancel).ConfigureAwait(false);
        if (stored is not null)
        {
            session.Spaces.EnsureCanForget(stored);
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

    private async Task<OAuthGrant> AuthorizeAsync(OAuthConnectRequest request, IAuthorizationFlow flow, CancellationToken cancel)
    {
        var authorization = new AuthorizationRequest(request.Address, request.Client.Id, request.Port);
        var answer = await flow.RunAsync(authorization, cancel).ConfigureAwait(false);
        if (answer.Code is null)
        {
            throw Refused(authorization, answer.Error!);
        }

        try
        {
            var tokens = await session.Keyring.Tokens(request.Address)
                .ExchangeAsync(request.Client, answer.Code, authorization.RedirectUri, cancel).ConfigureAwait(false);
            return OAuthGrant.From(request.Client, tokens, TimeSource.System);
        }
        catch (TokenRefusedException refusal)
        {
            throw new BacklogException(
                BacklogErrorKind.OAuthTokenRefused, Message.Of(Messages.OAuthTokenRefused, request.Address.Name, refusal.Message))
            {
                NextStep = Message.Of(CallerText.OAuthTokenRefusedNext, authorization.RedirectUri),
                Space = request.Address.Name,
            };
        }
    }

    private static BacklogException Refused(AuthorizationRequest authorization, string error)
    {
        var name = authorization.Space.Name;
        return error == "access_denied"
            ? new BacklogException(BacklogErrorKind.OAuthDenied, Message.Of(Messages.OAuthDenied, name))
            {
                NextStep = Message.Of(CallerText.OAuthDeniedNext),
                Space = name,
            }
            : new BacklogException(BacklogErrorKind.OAuthAuthorizationFailed, Message.Of(Messages.OAuthAuthorizationFailed, name, error))
            {
                NextStep = Message.Of(Messages.OAuthAuthorizationFailedNext, authorization.RedirectUri),
                Space = name,
            };
    }

    // Greater than the stored generation even if the clock was set back.
    private long NextGeneration(SpaceAddress address) =>
        Math.Max(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), (session.Spaces.FindStored(address)?.SecretGeneration ?? 0) + 1);

    private async Task StoreAsync(KnownSpace space, Credential credential, string record, CancellationToken cancel)
    {
        // Take the lock, because another process may be about to store refreshed tokens or a lost key.
        using var held = space.IsSessionOnly ? null : await session.Keyring.LockSecretAsync(space.Address, caller, cancel).ConfigureAwait(false);
        var before = session.Spaces.FindStored(space.Address);
        session.Spaces.EnsureCanRemember(space);
        var ours = !space.IsSessionOnly && !space.SecretIsUsers;
        if (ours)
        {
            await WriteSecretAsync(space, record, cancel).ConfigureAwait(false);
            await EnsureStoredAsync(space, record, cancel).ConfigureAwait(false);
        }

        try
        {
            session.Remember(space, credential);
        }
        catch (BacklogException) when (ours && !SameSecret(space, before))
        {
            // Nothing would ever find this secret again, so remove it. If that fails too, the original error matters
            // more.
            try
            {
                await RemoveSecretAsync(space, CancellationToken.None).ConfigureAwait(false);
            }
            catch (BacklogException)
            {
                caller.Warning(Message.Of(CallerText.SecretOrphaned.Or(Messages.SecretOrphaned), space.SecretName, space.Vault));
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

    private async Task WriteSecretAsync(KnownSpace space, string record, CancellationToken cancel)
    {
        if (space.Method == AuthMethod.ApiKey)
        {
            await caller.Vault.WriteAsync(space.Vault!, space.SecretName!, record, cancel).ConfigureAwait(false);
            return;
        }

        var secret = new StagedSecret(space.Vault!, space.SecretName!);
        try
        {
            await secret.WriteAsync(caller.Vault, record, cancel).ConfigureAwait(false);
        }
        catch
        {
            // The space was not connected after all, so leave nothing behind.
            await secret.RemoveNewAsync(caller.Vault, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Reads back what was stored, so that a connection is never reported that would be lost in the next process.
    /// </summary>
    private async Task EnsureStoredAsync(KnownSpace space, string record, CancellationToken cancel)
    {
        try
        {
            if (await caller.Vault.ReadAsync(space.Vault!, space.SecretName!, cancel).ConfigureAwait(false) == record)
            {
                return;
            }
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.VaultLocked)
        {
            // The vault locked itself again after storing, and it reported that storing succeeded.
            return;
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
        {
            // Reported below.
        }

        throw new BacklogException(
            BacklogErrorKind.VaultFailed, Message.Of(Messages.VaultFailed, space.Vault, space.SecretName, Messages.VaultNotKept))
        {
            NextStep = Message.Of(CallerText.VaultFailedNext, space.Vault),
            Space = space.Address.Name,
            Target = space.Vault,
        };
    }

    private async Task RemoveSecretAsync(KnownSpace space, CancellationToken cancel)
    {
        if (space.Method == AuthMethod.OAuth)
        {
            await new StagedSecret(space.Vault!, space.SecretName!).RemoveAsync(caller.Vault, cancel).ConfigureAwait(false);
        }
        else if (!space.SecretIsUsers)
        {
            await caller.Vault.RemoveAsync(space.Vault!, space.SecretName!, cancel).ConfigureAwait(false);
        }
    }

    private static bool SameSecret(KnownSpace one, KnownSpace? other) =>
        other is not null
        && string.Equals(one.Vault, other.Vault, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.SecretName, other.SecretName, StringComparison.OrdinalIgnoreCase);
}
