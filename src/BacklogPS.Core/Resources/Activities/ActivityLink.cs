using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An issue among several that an activity was about.</summary>
[SnakeCase]
public sealed class ActivityLink : BacklogObject
{
    /// <summary>The issue's number.</summary>
    public long? Id { get; internal set; }

    /// <summary>The second part of the issue key.</summary>
    public long? KeyId { get; internal set; }

    /// <summary>The summary.</summary>
    public string? Title { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Title ?? "#" + KeyId;
}
