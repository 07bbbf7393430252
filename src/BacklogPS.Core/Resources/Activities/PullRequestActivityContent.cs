using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a pull request.</summary>
[SnakeCase]
public sealed class PullRequestActivityContent : ActivityContent
{
    /// <summary>The id of the pull request, unique in the space.</summary>
    public long? Id { get; internal set; }

    /// <summary>The number of the pull request in its repository.</summary>
    public long? Number { get; internal set; }

    /// <summary>The summary.</summary>
    public string? Summary { get; internal set; }

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The comment; null if there is none.</summary>
    public ActivityComment? Comment { get; internal set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ActivityChange> Changes { get; internal set; } = new BacklogList<ActivityChange>();

    /// <summary>The issue of the pull request; null if there is none.</summary>
    public ActivityIssue? Issue { get; internal set; }

    /// <summary>The repository, with the fields that the activity includes.</summary>
    public GitRepository? Repository { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Repository}#{Number} {Summary}";
}
