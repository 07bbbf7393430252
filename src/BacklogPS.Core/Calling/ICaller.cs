namespace BacklogPS.Calling;

/// <summary>On whose behalf a call is made: where it may say something, and how it reaches the vaults.</summary>
internal interface ICaller
{
    /// <summary>The secrets, reached the way this caller can.</summary>
    ICredentialVault Vault { get; }

    /// <summary>Whether a call that meets the rate limit waits until it starts anew rather than failing at once.</summary>
    bool WaitsForRateLimit { get; }

    /// <summary>Whether progress is seen; where it is not, nothing is asked for its sake.</summary>
    bool ShowsProgress { get; }

    /// <summary>Says a detail; never a secret.</summary>
    void Verbose(string text);

    /// <summary>Says something the user should know although the work goes on.</summary>
    void Warning(string text);

    /// <summary>Shows how far a longer work has come.</summary>
    void Progress(Progress progress);
}
