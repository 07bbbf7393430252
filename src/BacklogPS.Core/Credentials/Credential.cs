using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Transport;

namespace BacklogPS.Credentials;

/// <summary>Proves to a space who is calling. Exposes its secret only to the request.</summary>
internal abstract class Credential
{
    /// <summary>The credential behind this one: itself, unless this one borrows another.</summary>
    public virtual Credential Origin => this;

    /// <summary>
    /// Whether a request can be stamped now without reading the vault or prompting anyone. Pages are fetched ahead only
    /// if so, because the vault needs the pipeline thread, which is busy at that time.
    /// </summary>
    public virtual bool IsReady => true;

    /// <summary>Gets ready to stamp the next request. An OAuth credential refreshes here.</summary>
    public virtual Task PrepareAsync(ICaller caller, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Puts the credential on a request.</summary>
    public abstract void Stamp(HttpRequestMessage request);

    /// <summary>
    /// Called after a 401. Returns whether something changed, so that the same request is worth one more try.
    /// </summary>
    public virtual Task<bool> TryRecoverAsync(ICaller caller, Answer refusal, CancellationToken cancel) =>
        Task.FromResult(false);

    /// <summary>Called when the space has accepted the credential.</summary>
    public virtual void Accepted()
    {
    }

    /// <summary>What the user can do after the space has refused the credential for good.</summary>
    public virtual string? RefusedNext(SpaceAddress address) =>
        Message.Of(CallerText.AuthenticationFailedNext, address.Name, address.BaseUri);

    /// <summary>Removes the secret from a text that came from outside.</summary>
    public abstract string Redact(string text);
}
