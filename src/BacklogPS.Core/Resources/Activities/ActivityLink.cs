using BacklogPS.Json;

namespace BacklogPS;

/// <summary>One of several issues that an activity is about.</summary>
[SnakeCase]
public sealed class ActivityLink : BacklogObject
{
    /// <summary>The issue's id.</summary>
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
