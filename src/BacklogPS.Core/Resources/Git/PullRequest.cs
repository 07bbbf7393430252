using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A pull request of a Git repository.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-pull-request/</remarks>
public sealed class PullRequest : ProjectObject
{
    /// <summary>The name of the repository, or its number where the name is not known.</summary>
    [Stamped]
    public string? Repository { get; internal set; }

    /// <summary>The number within the repository, from 1.</summary>
    public long Number { get; internal set; }

    /// <summary>The id of the pull request, of all repositories; people use <see cref="Number"/>.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's number; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The repository's number.</summary>
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

    /// <summary>The issue it belongs to; null for none.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>The commit of the base branch it was compared with; null while it is open.</summary>
    public string? BaseCommit { get; internal set; }

    /// <summary>The last commit of its branch; null while it is open.</summary>
    public string? BranchCommit { get; internal set; }

    /// <summary>The commit that merged it; null if it is not merged, or the server is older.</summary>
    public string? MergeCommit { get; internal set; }

    /// <summary>When it was closed; null if it was not.</summary>
    public DateTimeOffset? CloseAt { get; internal set; }

    /// <summary>When it was merged; null if it was not.</summary>
    public DateTimeOffset? MergeAt { get; internal set; }

    /// <summary>Who opened it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who changed it last.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The files attached.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The stars given.</summary>
    public IReadOnlyList<Star> Stars { get; internal set; } = new BacklogList<Star>();

    /// <summary>The address of its page; null if its project or repository is not known.</summary>
    [Stamped]
    public string? Url => PathOf(Project, Repository, Number) is { } path ? PageOf(path) : null;

    /// <inheritdoc/>
    public override string ToString() => $"#{Number} {Summary}";

    /// <summary>Where the page of a pull request is in its space; null where its project or repository is not known.</summary>
    internal static string? PathOf(string? project, string? repository, long number) =>
        project is null || repository is null ? null
        : $"git/{project}/{Uri.EscapeDataString(repository)}/pullRequests/{number.ToString(CultureInfo.InvariantCulture)}";
}
