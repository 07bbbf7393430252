namespace BacklogPS;

/// <summary>A tag of wiki pages or documents.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-tag-list/</remarks>
public sealed class Tag : ProjectObject
{
    /// <summary>The id of the tag.</summary>
    public long Id { get; internal set; }

    /// <summary>The tag's name.</summary>
    public string Name { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
