namespace BacklogPS;

/// <summary>A number of issues.</summary>
public sealed class IssueCount : ProjectObject
{
    /// <summary>The number of matching issues.</summary>
    public long Count { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
