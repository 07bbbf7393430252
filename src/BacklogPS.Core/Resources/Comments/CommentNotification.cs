using BacklogPS.Json;

namespace BacklogPS;

/// <summary>That a user was told of a comment.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-comment-notifications/</remarks>
public sealed class CommentNotification : ProjectObject
{
    /// <summary>The number the API knows the notification by.</summary>
    public long Id { get; internal set; }

    /// <summary>The key or id of the issue; null where it came with a pull request's comment.</summary>
    [Stamped]
    public string? IssueKey { get; internal set; }

    /// <summary>The comment's number; null where it came with the comment.</summary>
    [Stamped]
    public long? CommentId { get; internal set; }

    /// <summary>Whether the user has read it; null where a server does not say.</summary>
    public bool? AlreadyRead { get; internal set; }

    /// <summary>Why the user was told.</summary>
    public NotificationReason Reason { get; internal set; }

    /// <summary>Who was told.</summary>
    public User? User { get; internal set; }

    /// <summary>Whether the user has seen what it is about; null where a server does not say.</summary>
    public bool? ResourceAlreadyRead { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User?.Name ?? "";
}
