using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A comment on an issue or a pull request; Backlog also keeps each change as one.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-comment-list/</remarks>
public sealed class Comment : ProjectObject
{
    /// <summary>The key or id of the issue that was asked for; null if it is not on an issue.</summary>
    [Stamped]
    public string? IssueKey { get; internal set; }

    /// <summary>The Git repository of the pull request; null if it is not on one.</summary>
    [Stamped]
    public string? Repository { get; internal set; }

    /// <summary>The number of the pull request; null if it is not on one.</summary>
    [Stamped]
    public long? PullRequestNumber { get; internal set; }

    /// <summary>The id of the comment.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's number; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The issue's number; null if the server does not return it, or where it is not on an issue.</summary>
    public long? IssueId { get; internal set; }

    /// <summary>Who wrote it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The text; null if it only tells of a change.</summary>
    public string? Content { get; internal set; }

    /// <summary>What was changed along with it.</summary>
    public IReadOnlyList<ChangeLog> ChangeLog { get; internal set; } = new BacklogList<ChangeLog>();

    /// <summary>Who was notified of it.</summary>
    public IReadOnlyList<CommentNotification> Notifications { get; internal set; } = new BacklogList<CommentNotification>();

    /// <summary>The stars given.</summary>
    public IReadOnlyList<Star> Stars { get; internal set; } = new BacklogList<Star>();

    /// <summary>On a line of a pull request's changes: the file.</summary>
    public string? FilePath { get; internal set; }

    /// <summary>On a line of a pull request's changes: the line.</summary>
    public int? Position { get; internal set; }

    /// <summary>On a line of a pull request's changes: the file's blob before.</summary>
    public string? OldBlobId { get; internal set; }

    /// <summary>On a line of a pull request's changes: the file's blob after.</summary>
    public string? NewBlobId { get; internal set; }

    /// <summary>The address of it on the page of its issue or pull request; null where these are not known by key or name.</summary>
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
