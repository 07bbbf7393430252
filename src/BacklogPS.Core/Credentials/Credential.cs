using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Transport;

namespace BacklogPS.Credentials;

/// <summary>Proves to a space who is calling. It shows its secret only to the request.</summary>
internal abstract class Credential
{
    /// <summary>The credential that this one stands for: itself, but for one that borrows.</summary>
    public virtual Credential Origin => this;

    /// <summary>
    /// Whether a request can be stamped now, without the vault and without asking anybody. A page fetched ahead is
    /// fetched only then: the vault is served by the pipeline thread, which is busy elsewhere meanwhile.
    /// </summary>
    public virtual bool IsReady => true;

    /// <summary>Makes ready to stamp the next request; an OAuth credential refreshes here.</summary>
    public virtual Task PrepareAsync(ICaller caller, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Puts the credential on a request.</summary>
    public abstract void Stamp(HttpRequestMessage request);

    /// <summary>After a 401: whether something changed so that the same request is worth one more try.</summary>
    public virtual Task<bool> TryRecoverAsync(ICaller caller, Answer refusal, CancellationToken cancel) =>
        Task.FromResult(false);

    /// <summary>The space took the credential.</summary>
    public virtual void Accepted()
    {
    }

    /// <summary>What the user can do when the space refused the credential for good.</summary>
    public virtual string RefusedNext(SpaceAddress address) =>
        Message.Of(Messages.AuthenticationFailedNext, address.Name, address.BaseUri);

    /// <summary>Takes the secret out of a text that came back from outside.</summary>
    public abstract string Redact(string text);
}
