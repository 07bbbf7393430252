using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to several issues at once.</summary>
[SnakeCase]
public sealed class IssuesActivityContent : ActivityContent
{
    /// <summary>The id of the change.</summary>
    public long? TxId { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <summary>The issues.</summary>
    public IReadOnlyList<ActivityLink> Link { get; internal set; } = new BacklogList<ActivityLink>();

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ActivityChange> Changes { get; internal set; } = new BacklogList<ActivityChange>();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Link);
}
