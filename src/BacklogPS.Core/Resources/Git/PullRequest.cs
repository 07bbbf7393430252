using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A pull request of a Git repository.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-pull-request/</remarks>
public sealed class PullRequest : ProjectObject
{
    /// <summary>The name of the repository, or its id if the name is not known.</summary>
    [Stamped]
    public string? Repository { get; internal set; }

    /// <summary>The number within the repository, from 1.</summary>
    public long Number { get; internal set; }

    /// <summary>The id of the pull request, unique across repositories. People use <see cref="Number"/>.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The repository's id.</summary>
    public long? RepositoryId { get; internal set; }

    /// <summary>The summary.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The branch to merge into.</summary>
    public string? Base { get; internal set; }

    /// <summary>The branch to merge.</summary>
    public string? Branch { get; internal set; }

    /// <summary>The state: 1 Open, 2 Closed, 3 Merged.</summary>
    public Status? Status { get; internal set; }

    /// <summary>The assignee; null for nobody.</summary>
    public User? Assignee { get; internal set; }

    /// <summary>The issue of the pull request; null for none.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>The commit of the base branch that the pull request was compared with; null while it is open.</summary>
    public string? BaseCommit { get; internal set; }

    /// <summary>The last commit of the pull request's branch; null while it is open.</summary>
    public string? BranchCommit { get; internal set; }

    /// <summary>The merge commit; null if the pull request is not merged, or the server is older.</summary>
    public string? MergeCommit { get; internal set; }

    /// <summary>When the pull request was closed; null if it was not.</summary>
    public DateTimeOffset? CloseAt { get; internal set; }

    /// <summary>When the pull request was merged; null if it was not.</summary>
    public DateTimeOffset? MergeAt { get; internal set; }

    /// <summary>Who opened the pull request.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the pull request was opened.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the pull request.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the pull request was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The files attached.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The stars given.</summary>
    public IReadOnlyList<Star> Stars { get; internal set; } = new BacklogList<Star>();

    /// <summary>The address of the pull request's page; null if its project or repository is not known.</summary>
    [Stamped]
    public string? Url => PathOf(Project, Repository, Number) is { } path ? PageOf(path) : null;

    /// <inheritdoc/>
    public override string ToString() => $"#{Number} {Summary}";

    /// <summary>The path of a pull request's page in its space; null if its project or repository is not known.</summary>
    internal static string? PathOf(string? project, string? repository, long number) =>
        project is null || repository is null ? null
        : $"git/{project}/{Uri.EscapeDataString(repository)}/pullRequests/{number.ToString(CultureInfo.InvariantCulture)}";
}
