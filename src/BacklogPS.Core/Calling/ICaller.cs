namespace BacklogPS.Calling;

/// <summary>The caller of an operation: receives its messages and gives it access to the vaults.</summary>
internal interface ICaller
{
    /// <summary>The vault, as this caller can reach it.</summary>
    ICredentialVault Vault { get; }

    /// <summary>Whether a call that reaches the rate limit waits for the reset instead of failing.</summary>
    bool WaitsForRateLimit { get; }

    /// <summary>Whether progress is shown; if not, no requests are made for it.</summary>
    bool ShowsProgress { get; }

    /// <summary>Reports a detail, which must not contain a secret.</summary>
    void Verbose(string text);

    /// <summary>Reports something that the user should know although the work continues.</summary>
    void Warning(string text);

    /// <summary>Shows the progress of a long operation.</summary>
    void Progress(Progress progress);
}
