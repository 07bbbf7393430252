using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A notification of a comment to a user.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-comment-notifications/</remarks>
public sealed class CommentNotification : ProjectObject
{
    /// <summary>The key or id of the issue; null if it came with a pull request's comment.</summary>
    [Stamped]
    public string? IssueKey { get; internal set; }

    /// <summary>The comment's id; null if it came with the comment.</summary>
    [Stamped]
    public long? CommentId { get; internal set; }

    /// <summary>The id of the notification.</summary>
    public long Id { get; internal set; }

    /// <summary>Who was notified.</summary>
    public User? User { get; internal set; }

    /// <summary>Why the user was notified.</summary>
    public NotificationReason Reason { get; internal set; }

    /// <summary>Whether the user has read it; null if the server does not return it.</summary>
    public bool? AlreadyRead { get; internal set; }

    /// <summary>Whether the user has seen what it is about; null if the server does not return it.</summary>
    public bool? ResourceAlreadyRead { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User?.Name ?? "";
}
