using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A notification that you received.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-notification/</remarks>
public sealed class Notification : BacklogObject
{
    /// <summary>The id of the notification.</summary>
    public long Id { get; internal set; }

    /// <summary>Whether you have seen the notification; null if the server does not return it.</summary>
    public bool? AlreadyRead { get; internal set; }

    /// <summary>Why you were notified.</summary>
    public NotificationReason Reason { get; internal set; }

    /// <summary>Whether you have seen the subject of the notification; null if the server does not return it.</summary>
    public bool? ResourceAlreadyRead { get; internal set; }

    /// <summary>The project; null if there is none.</summary>
    public Project? Project { get; internal set; }

    /// <summary>The key of the issue; null if it is not about one.</summary>
    [Stamped]
    public string? IssueKey => Issue?.IssueKey;

    /// <summary>The issue; null if it is not about one.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>The comment on the issue; null if it is not about one.</summary>
    public Comment? Comment { get; internal set; }

    /// <summary>The repository of the pull request; null if it is not about one, or the server is older.</summary>
    public GitRepository? Repository { get; internal set; }

    /// <summary>The pull request; null if it is not about one.</summary>
    public PullRequest? PullRequest { get; internal set; }

    /// <summary>The comment on the pull request; null if it is not about one.</summary>
    public Comment? PullRequestComment { get; internal set; }

    /// <summary>The document; null if it is not about one, or the server is older.</summary>
    public Document? Document { get; internal set; }

    /// <summary>The comment on the document; null if it is not about one, or the server is older.</summary>
    public DocumentComment? DocumentComment { get; internal set; }

    /// <summary>The reply to a comment on the document; null if it is not about one, or the server is older.</summary>
    public DocumentComment? DocumentCommentReply { get; internal set; }

    /// <summary>Who caused it.</summary>
    public User? Sender { get; internal set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        Issue is not null ? $"{Issue.IssueKey} {Issue.Summary}"
        : PullRequest?.Summary ?? Document?.Title ?? Project?.Name ?? "";
}
