namespace BacklogPS.Calling;

/// <summary>The caller of an operation: where messages go, and how the vaults are reached.</summary>
internal interface ICaller
{
    /// <summary>The secrets, reached the way this caller can.</summary>
    ICredentialVault Vault { get; }

    /// <summary>Whether a call that reaches the rate limit waits for the reset instead of failing.</summary>
    bool WaitsForRateLimit { get; }

    /// <summary>Whether progress is seen; where it is not, nothing is asked for its sake.</summary>
    bool ShowsProgress { get; }

    /// <summary>Reports a detail; never a secret.</summary>
    void Verbose(string text);

    /// <summary>Reports something that the user should know although the work continues.</summary>
    void Warning(string text);

    /// <summary>Shows how far a longer work has come.</summary>
    void Progress(Progress progress);
}
