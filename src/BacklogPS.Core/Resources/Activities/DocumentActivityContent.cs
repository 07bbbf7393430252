using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a document.</summary>
[SnakeCase]
public sealed class DocumentActivityContent : ActivityContent
{
    /// <summary>The document's id.</summary>
    public string? Id { get; internal set; }

    /// <summary>The title.</summary>
    public string? Title { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Title ?? "";
}
