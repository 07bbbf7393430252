namespace BacklogPS;

/// <summary>The number of child issues of an issue.</summary>
public sealed class ChildIssueSummary : BacklogObject
{
    /// <summary>All child issues; null if the server does not return it.</summary>
    public int? Total { get; internal set; }

    /// <summary>The closed child issues; null if the server does not return it.</summary>
    public int? Closed { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Closed}/{Total}";
}
