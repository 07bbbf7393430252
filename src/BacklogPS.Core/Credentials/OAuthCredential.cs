using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.OAuth;
using BacklogPS.Transport;

namespace BacklogPS.Credentials;

/// <summary>
/// OAuth tokens that refresh themselves. Only one refresh runs at a time, in this process and across processes; new
/// tokens are stored before they are used, and valid tokens are never overwritten with spent ones.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/auth/</remarks>
internal sealed class OAuthCredential : Credential
{
    // How long to wait before trying again, after a refresh failed while the token is still valid or the vault did not
    // store new tokens.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // Once a refresh has been sent, its response may hold the only valid tokens, so Ctrl+C waits this long for it.
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly TokenEndpoint endpoint;
    private readonly StoredGrant? store;
    private readonly TimeSource time;
    private volatile Held held;

    /// <param name="endpoint">Where to refresh the tokens.</param>
    /// <param name="grant">The tokens to begin with.</param>
    /// <param name="store">Where the tokens are stored; null if they last only for this session.</param>
    /// <param name="time">The clock.</param>
    public OAuthCredential(TokenEndpoint endpoint, OAuthGrant grant, StoredGrant? store, TimeSource time)
    {
        this.endpoint = endpoint;
        this.store = store;
        this.time = time;
        held = new Held(grant);
    }

    /// <summary>The tokens in use, for storing them and for showing their expiry.</summary>
    public OAuthGrant Grant => held.Grant;

    public override bool IsReady => held.IsReady(time.Elapsed);

    public override async Task PrepareAsync(ICaller caller, CancellationToken cancel)
    {
        if (!IsReady)
        {
            await RenewAsync(null, caller, cancel).ConfigureAwait(false);
        }
    }

    public override void Stamp(HttpRequestMessage request) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", held.Grant.AccessToken);

    public override async Task<bool> TryRecoverAsync(ICaller caller, Answer refusal, CancellationToken cancel)
    {
        var challenge = refusal.Challenge;

        // Backlog says "The access token expired" or "The access token is invalid". A proxy may have dropped the
        // header. Any other text is not about the token.
        if (challenge.Length > 0 && !Says("invalid") && !Says("expired"))
        {
            return false;
        }

        await RenewAsync(held.Grant, caller, cancel).ConfigureAwait(false);
        return true;

        bool Says(string word) => challenge.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    public override string? RefusedNext(SpaceAddress address) => Message.Of(CallerText.ReconnectOAuthNext, address.Name);

    public override string Redact(string text)
    {
        var grant = held.Grant;
        return Redaction.Of(text, new[] { grant.AccessToken, grant.RefreshToken, grant.Client.Secret });
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(OAuthCredential);

    /// <summary>
    /// Makes sure that the tokens in use are valid: takes those of another process if it refreshed first, and refreshes
    /// otherwise.
    /// </summary>
    /// <param name="refused">The tokens that the space has just refused; null to check only the expiry time.</param>
    /// <param name="caller">Whose call it is.</param>
    /// <param name="cancel">Stops waiting; a refresh that was already sent is completed.</param>
    private async Task RenewAsync(OAuthGrant? refused, ICaller caller, CancellationToken cancel)
    {
        var notes = new Notes();
        await oneAtATime.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (refused is null ? !IsReady : held.Grant.IsSame(refused))
            {
                await RenewLockedAsync(refused, notes, caller, cancel).ConfigureAwait(false);
            }
        }
        catch (BacklogException error) when (refused is null && held.Grant.Left > TimeSpan.Zero && error.Kind is not
            (BacklogErrorKind.OAuthRefreshRefused or BacklogErrorKind.SecretMissing or BacklogErrorKind.SecretInvalid))
        {
            // The current token is still valid, so a failed refresh is not an error yet.
            var now = held;
            held = now with { NotBefore = time.Elapsed + (now.Grant.Left < Pause ? now.Grant.Left : Pause), IsPostponed = true };
            notes.Verbose(Message.Of(Messages.VerboseRefreshPostponed, endpoint.Address.Name, now.Grant.ExpiryText, error.Message));
        }
        finally
        {
            oneAtATime.Release();
            notes.TellTo(caller);
        }
    }

    private async Task RenewLockedAsync(OAuthGrant? refused, Notes notes, ICaller caller, CancellationToken cancel)
    {
        using (store is null ? null : await store.LockAsync(notes.Verbose, cancel).ConfigureAwait(false))
        {
            await TakeStoredAsync(isPatient: true, notes, caller, cancel).ConfigureAwait(false);
            while (held.Grant.IsDue || (refused is not null && held.Grant.IsSame(refused)))
            {
                var former = held.Grant;
                try
                {
                    var answer = await AskAsync(former, cancel).ConfigureAwait(false);
                    await UseAsync(OAuthGrant.From(former.Client, answer, time, former), notes, caller).ConfigureAwait(false);
                    return;
                }
                catch (TokenRefusedException refusal) when (refusal.Error != TokenRefusedException.InvalidGrant)
                {
                    throw NotRefreshed(former, refusal);
                }
                catch (TokenRefusedException refusal)
                {
                    // The refresh token is spent. Another machine with the same vault may have refreshed first, and
                    // then its tokens are in the vault by now; or a process was killed while it was storing the new
                    // tokens.
                    await TakeStoredAsync(isPatient: false, notes, caller, cancel).ConfigureAwait(false);
                    if (held.Grant.RefreshToken == former.RefreshToken)
                    {
                        await TakeHalfStoredAsync(notes, caller, cancel).ConfigureAwait(false);
                    }

                    if (held.Grant.RefreshToken == former.RefreshToken)
                    {
                        throw Refused(former, refusal);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Reads the stored tokens, because another process may have refreshed them or the user may have signed in again.
    /// </summary>
    private async Task TakeStoredAsync(bool isPatient, Notes notes, ICaller caller, CancellationToken cancel)
    {
        if (store is null)
        {
            return;
        }

        var now = held;
        OAuthGrant stored;
        bool isHalfStored;
        try
        {
            (stored, isHalfStored) = isPatient
                ? await store.ReadLatestAsync(now.Grant, caller, cancel).ConfigureAwait(false)
                : await store.ReadAsync(caller, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing && store.HasLost(now.Grant, null))
        {
            await PutBackAsync(notes, caller).ConfigureAwait(false);
            return;
        }
        catch (BacklogException error) when (error.Kind is BacklogErrorKind.VaultLocked or BacklogErrorKind.VaultFailed
            or BacklogErrorKind.VaultUnknown or BacklogErrorKind.VaultModuleMissing)
        {
            // A long script must not fail just because its vault locked itself in the meantime.
            notes.Verbose(Message.Of(Messages.VerboseVaultNotRead, store.Vault, error.Message));
            return;
        }

        if (now.InVault is { } expected && stored.IsSame(expected))
        {
            await StoreAsync(notes, caller).ConfigureAwait(false);
        }
        else if (store.HasLost(now.Grant, stored))
        {
            await PutBackAsync(notes, caller).ConfigureAwait(false);
        }
        else if (!stored.IsSame(now.Grant))
        {
            held = new Held(stored);
            notes.Verbose(Message.Of(Messages.VerboseTokenTaken, endpoint.Address.Name));
        }
        else
        {
            held = new Held(now.Grant);
        }

        if (isHalfStored && held.Grant.IsSame(stored))
        {
            await StoreAsync(notes, caller).ConfigureAwait(false);
        }
    }

    /// <summary>Stores the tokens in use again.</summary>
    private Task PutBackAsync(Notes notes, ICaller caller)
    {
        notes.Verbose(Message.Of(Messages.VerboseTokensPutBack, store!.Vault, endpoint.Address.Name));
        return StoreAsync(notes, caller);
    }

    /// <summary>Takes over and stores the tokens that a killed process left half stored.</summary>
    private async Task TakeHalfStoredAsync(Notes notes, ICaller caller, CancellationToken cancel)
    {
        if (store is not null && await store.ReadHalfStoredAsync(caller, cancel).ConfigureAwait(false) is { } left && !left.IsSame(held.Grant))
        {
            held = held.Replaced(left, isStored: false);
            await StoreAsync(notes, caller).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends the refresh. Ctrl+C cannot take it back, because its response may hold the only valid tokens.
    /// </summary>
    private async Task<TokenAnswer> AskAsync(OAuthGrant former, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var asking = endpoint.RefreshAsync(former.Client, former.RefreshToken, CancellationToken.None);
        using var overdue = new CancellationTokenSource();
        using var stop = cancel.Register(() => overdue.CancelAfter(StopGrace));
        if (await Task.WhenAny(asking, Task.Delay(Timeout.Infinite, overdue.Token)).ConfigureAwait(false) == asking)
        {
            return await asking.ConfigureAwait(false);
        }

        // The caller has stopped waiting. A late response is kept for the next call.
        _ = asking.ContinueWith(late =>
        {
            if (late.Exception is null)
            {
                held = held.Replaced(OAuthGrant.From(former.Client, late.Result, time, former), isStored: store is null);
            }
        }, TaskScheduler.Default);
        throw new OperationCanceledException(cancel);
    }

    private async Task UseAsync(OAuthGrant grant, Notes notes, ICaller caller)
    {
        held = held.Replaced(grant, isStored: store is null);
        notes.Verbose(Message.Of(Messages.VerboseTokenRefreshed, endpoint.Address.Name, grant.ExpiryText));
        if (store is not null)
        {
            await StoreAsync(notes, caller).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Stores tokens that are in no vault yet. If the vault refuses them, they stay in memory and storing is tried
    /// again later.
    /// </summary>
    private async Task StoreAsync(Notes notes, ICaller caller)
    {
        var now = held;
        try
        {
            // Must not be cancelled: the previous refresh token may already be void.
            await store!.WriteAsync(now.Grant, caller, CancellationToken.None).ConfigureAwait(false);
            held = new Held(now.Grant);
        }
        catch (BacklogException error)
        {
            held = now with { NotBefore = time.Elapsed + Pause, IsPostponed = false };
            var text = Message.Of(Messages.TokensNotStored, endpoint.Address.Name, store!.Vault, error.FullMessage);
            if (now.NotBefore == TimeSpan.Zero)
            {
                notes.Warning(text);
            }
            else
            {
                notes.Verbose(text);
            }
        }
    }

    private BacklogException Refused(OAuthGrant grant, TokenRefusedException refusal) =>
        new(BacklogErrorKind.OAuthRefreshRefused, Message.Of(Messages.OAuthRefreshRefused, endpoint.Address.Name, refusal.Message))
        {
            NextStep = Message.Of(CallerText.OAuthRefreshRefusedNext, endpoint.Address.Name, grant.Client.Id),
            Space = endpoint.Address.Name,
        };

    /// <summary>
    /// The application was refused, or the response does not say what was refused: the tokens may still be valid.
    /// </summary>
    private BacklogException NotRefreshed(OAuthGrant grant, TokenRefusedException refusal) =>
        new(BacklogErrorKind.OAuthTokenRefused, Message.Of(Messages.OAuthTokenNotRefreshed, endpoint.Address.Name, refusal.Message))
        {
            NextStep = Message.Of(CallerText.OAuthTokenNotRefreshedNext, grant.Client.Id, endpoint.Address.Name),
            Space = endpoint.Address.Name,
        };

    /// <summary>The tokens in use at one moment.</summary>
    private sealed record Held(OAuthGrant Grant)
    {
        /// <summary>The older tokens that the vault still holds; null if it holds the tokens in use.</summary>
        public OAuthGrant? InVault { get; init; }

        /// <summary>
        /// Nothing is tried again before this time, on the scale of <see cref="TimeSource.Elapsed"/>; zero if nothing
        /// failed.
        /// </summary>
        public TimeSpan NotBefore { get; init; }

        /// <summary>Whether the refresh failed; otherwise storing did.</summary>
        public bool IsPostponed { get; init; }

        public Held Replaced(OAuthGrant by, bool isStored) => new(by) { InVault = isStored ? null : InVault ?? Grant };

        public bool IsReady(TimeSpan elapsed)
        {
            var waits = elapsed < NotBefore;
            return (!Grant.IsDue || (waits && IsPostponed)) && (InVault is null || waits);
        }
    }
}
