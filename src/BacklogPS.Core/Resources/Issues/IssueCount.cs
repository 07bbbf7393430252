namespace BacklogPS;

/// <summary>How many issues there are.</summary>
public sealed class IssueCount : ProjectObject
{
    /// <summary>The number of issues that fit.</summary>
    public long Count { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
