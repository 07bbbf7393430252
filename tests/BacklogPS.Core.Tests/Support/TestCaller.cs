using System.Collections.Concurrent;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Http;

namespace BacklogPS.Core.Tests.Support;

/// <summary>Records all messages.</summary>
internal sealed class TestCaller : ICaller
{
    public TestCaller(ICredentialVault? vault = null)
    {
        Vault = vault ?? new MemoryVault();
    }

    public ICredentialVault Vault { get; }

    public bool WaitsForRateLimit { get; init; }

    public bool ShowsProgress { get; init; }

    public ConcurrentQueue<Progress> Shown { get; } = new();

    public ConcurrentQueue<string> VerboseLines { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public void Verbose(string text) => VerboseLines.Enqueue(text);

    public void Warning(string text) => Warnings.Enqueue(text);

    public void Progress(Progress progress) => Shown.Enqueue(progress);
}
