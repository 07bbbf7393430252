using System;
using BacklogPS.Calling;

namespace BacklogPS.Completion;

/// <summary>The caller for completions: shows nothing, waits for nothing and uses no vault.</summary>
internal sealed class CompletionCaller : ICaller
{
    public static readonly CompletionCaller Instance = new();

    public ICredentialVault Vault => throw new NotSupportedException();

    public bool WaitsForRateLimit => false;

    public bool ShowsProgress => false;

    public void Verbose(string text)
    {
    }

    public void Warning(string text)
    {
    }

    public void Progress(Progress progress)
    {
    }
}
