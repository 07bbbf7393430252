using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A comment on an issue or a pull request. Backlog also records each change as a comment.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-comment-list/</remarks>
public sealed class Comment : ProjectObject
{
    /// <summary>The key or id of the requested issue; null if the comment is not on an issue.</summary>
    [Stamped]
    public string? IssueKey { get; internal set; }

    /// <summary>The Git repository of the pull request; null if the comment is not on a pull request.</summary>
    [Stamped]
    public string? Repository { get; internal set; }

    /// <summary>The number of the pull request; null if the comment is not on a pull request.</summary>
    [Stamped]
    public long? PullRequestNumber { get; internal set; }

    /// <summary>The id of the comment.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The issue's id; null if the server does not return it, or if the comment is not on an issue.</summary>
    public long? IssueId { get; internal set; }

    /// <summary>Who wrote it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The text; null if the comment only records a change.</summary>
    public string? Content { get; internal set; }

    /// <summary>The changes made with the comment.</summary>
    public IReadOnlyList<ChangeLog> ChangeLog { get; internal set; } = new BacklogList<ChangeLog>();

    /// <summary>Who was notified of the comment.</summary>
    public IReadOnlyList<CommentNotification> Notifications { get; internal set; } = new BacklogList<CommentNotification>();

    /// <summary>The stars given.</summary>
    public IReadOnlyList<Star> Stars { get; internal set; } = new BacklogList<Star>();

    /// <summary>For a comment on a line of a pull request's changes: the file.</summary>
    public string? FilePath { get; internal set; }

    /// <summary>For a comment on a line of a pull request's changes: the line.</summary>
    public int? Position { get; internal set; }

    /// <summary>For a comment on a line of a pull request's changes: the file's previous blob.</summary>
    public string? OldBlobId { get; internal set; }

    /// <summary>For a comment on a line of a pull request's changes: the file's new blob.</summary>
    public string? NewBlobId { get; internal set; }

    /// <summary>
    /// The address of the comment on the page of its issue or pull request; null if their keys or names are not known.
    /// </summary>
    [Stamped]
    public string? Url
    {
        get
        {
            var page = PullRequestNumber is { } number ? PullRequest.PathOf(Project, Repository, number)
                : IssueKey is not null && Issue.ProjectOf(IssueKey) is not null ? "view/" + IssueKey
                : null;
            return page is null ? null : PageOf(page + "#comment-" + Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Content ?? "";
}
