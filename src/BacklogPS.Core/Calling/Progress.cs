namespace BacklogPS.Calling;

/// <summary>The progress of a long operation.</summary>
/// <param name="Activity">What is being done.</param>
/// <param name="Status">How far it is, in words.</param>
internal sealed record Progress(string Activity, string Status)
{
    /// <summary>From 0 to 100; null if the total is unknown.</summary>
    public int? Percent { get; init; }

    /// <summary>Seconds left; null if not known.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>
    /// Whether this is the progress of the whole command, which is shown in addition to that of the current step.
    /// </summary>
    public bool IsOfAll { get; init; }

    /// <summary>
    /// Whether this is a pause within the step. When a pause ends, the progress of the step stays on screen.
    /// </summary>
    public bool IsPause { get; init; }

    /// <summary>Whether the work is done and the progress display can be removed.</summary>
    public bool IsDone { get; init; }
}
