using BacklogPS.Json;

namespace BacklogPS;

/// <summary>The comment of an activity.</summary>
[SnakeCase]
public sealed class ActivityComment : BacklogObject
{
    /// <summary>The id of the comment. Comments of documents have text ids.</summary>
    public string? Id { get; internal set; }

    /// <summary>The text.</summary>
    public string? Content { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Content ?? "";
}
