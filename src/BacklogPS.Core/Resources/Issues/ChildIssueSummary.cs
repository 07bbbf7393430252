namespace BacklogPS;

/// <summary>How many child issues an issue has.</summary>
public sealed class ChildIssueSummary : BacklogObject
{
    /// <summary>All of them; null where a server does not say.</summary>
    public int? Total { get; internal set; }

    /// <summary>Those that are closed; null where a server does not say.</summary>
    public int? Closed { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Closed}/{Total}";
}
