using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to an issue.</summary>
[SnakeCase]
public sealed class IssueActivityContent : ActivityContent
{
    /// <summary>The issue's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The second part of the issue key.</summary>
    public long? KeyId { get; internal set; }

    /// <summary>The summary.</summary>
    public string? Summary { get; internal set; }

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ActivityChange> Changes { get; internal set; } = new BacklogList<ActivityChange>();

    /// <summary>The files attached.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The shared files linked.</summary>
    public IReadOnlyList<SharedFile> SharedFiles { get; internal set; } = new BacklogList<SharedFile>();

    /// <inheritdoc/>
    public override string ToString() => Summary ?? "#" + KeyId;
}
