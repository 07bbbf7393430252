using BacklogPS.Json;

namespace BacklogPS;

/// <summary>The comment of an activity.</summary>
[SnakeCase]
public sealed class ActivityComment : BacklogObject
{
    /// <summary>The comment's number, or of a document's comment its id.</summary>
    public string? Id { get; internal set; }

    /// <summary>The text.</summary>
    public string? Content { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Content ?? "";
}
