using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Credentials;

/// <summary>A snapshot of a credential: signs requests, but is never refreshed or read again.</summary>
internal sealed class FixedCredential : Credential
{
    private readonly Credential held;

    public FixedCredential(Credential held)
    {
        this.held = held;
    }

    public override Credential Origin => held.Origin;

    public override bool IsReady => held.IsReady;

    public override Task PrepareAsync(ICaller caller, CancellationToken cancel) =>
        held.IsReady ? Task.CompletedTask : throw new OperationCanceledException();

    public override void Stamp(HttpRequestMessage request) => held.Stamp(request);

    public override string? RefusedNext(SpaceAddress address) => held.RefusedNext(address);

    public override string Redact(string text) => held.Redact(text);
}
