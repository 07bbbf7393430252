using System;
using BacklogPS.Calling;
using BacklogPS.Credentials;
using BacklogPS.Http;

namespace BacklogPS.CoreQuickstart;

/// <summary>On whose behalf the calls are made: the console.</summary>
internal sealed class ConsoleCaller : ICaller
{
    public MemoryVault Memory { get; } = new();

    public ICredentialVault Vault => Memory;

    public bool WaitsForRateLimit => true;

    public bool ShowsProgress => false;

    public void Verbose(string text) => Console.WriteLine("  " + text);

    public void Warning(string text) => Console.WriteLine("Warning: " + text);

    public void Progress(Progress progress)
    {
    }
}
