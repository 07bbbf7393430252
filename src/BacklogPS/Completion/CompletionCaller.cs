using System;
using BacklogPS.Calling;

namespace BacklogPS.Completion;

/// <summary>The caller of completions: it shows nothing, waits for nothing, and does not use a vault.</summary>
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
