namespace BacklogPS;

/// <summary>How many child issues an issue has.</summary>
public sealed class ChildIssueSummary : BacklogObject
{
    /// <summary>All of them.</summary>
    public int Total { get; internal set; }

    /// <summary>Those that are closed.</summary>
    public int Closed { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Closed}/{Total}";
}
