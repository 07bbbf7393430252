using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a pull request.</summary>
[SnakeCase]
public sealed class PullRequestActivityContent : ActivityContent
{
    /// <summary>The pull request's number in the space.</summary>
    public long? Id { get; internal set; }

    /// <summary>Its number in the repository.</summary>
    public long? Number { get; internal set; }

    /// <summary>The summary.</summary>
    public string? Summary { get; internal set; }

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ActivityChange> Changes { get; internal set; } = new BacklogList<ActivityChange>();

    /// <summary>The issue it is about; null if there is none.</summary>
    public ActivityIssue? Issue { get; internal set; }

    /// <summary>The repository, as far as the activity tells.</summary>
    public GitRepository? Repository { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Repository}#{Number} {Summary}";
}
