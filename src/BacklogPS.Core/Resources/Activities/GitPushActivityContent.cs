using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A push to a Git repository.</summary>
[SnakeCase]
public sealed class GitPushActivityContent : ActivityContent
{
    /// <summary>The repository, with the fields that the activity includes.</summary>
    public GitRepository? Repository { get; internal set; }

    /// <summary>What was done: <c>create</c>, <c>update</c>, <c>delete</c>.</summary>
    public string? ChangeType { get; internal set; }

    /// <summary>What was pushed: <c>commit</c>, <c>tag</c>.</summary>
    public string? RevisionType { get; internal set; }

    /// <summary>The reference.</summary>
    public string? Ref { get; internal set; }

    /// <summary>The number of commits.</summary>
    public int? RevisionCount { get; internal set; }

    /// <summary>The commits.</summary>
    public IReadOnlyList<ActivityRevision> Revisions { get; internal set; } = new BacklogList<ActivityRevision>();

    /// <inheritdoc/>
    public override string ToString() => $"{Repository} {Ref}";
}
