using BacklogPS.Json;

namespace BacklogPS;

/// <summary>The issue that a pull request is about, with the fields that an activity includes.</summary>
[SnakeCase]
public sealed class ActivityIssue : BacklogObject
{
    /// <summary>The issue's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The second part of the issue key.</summary>
    public long? KeyId { get; internal set; }

    /// <summary>The summary.</summary>
    public string? Summary { get; internal set; }

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Summary ?? "#" + KeyId;
}
