namespace BacklogPS.Calling;

/// <summary>The progress of a long operation.</summary>
/// <param name="Activity">What is being done.</param>
/// <param name="Status">How far it is, in words.</param>
internal sealed record Progress(string Activity, string Status)
{
    /// <summary>0 to 100; null if the end is not known.</summary>
    public int? Percent { get; init; }

    /// <summary>Seconds left; null if not known.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>Whether this is the progress of the whole command, which is shown in addition to that of a single step.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>Whether it is a pause within that step: its end leaves the display of the step alone.</summary>
    public bool IsPause { get; init; }

    /// <summary>Whether the work is over and its display may go.</summary>
    public bool IsDone { get; init; }
}
