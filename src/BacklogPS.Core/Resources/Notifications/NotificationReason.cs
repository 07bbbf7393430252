namespace BacklogPS;

/// <summary>Why a user was notified. An unknown number comes from a newer server.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-notification/</remarks>
public enum NotificationReason
{
    /// <summary>No reason was given.</summary>
    Unknown,

    /// <summary>You were assigned an issue.</summary>
    Assigned,

    /// <summary>An issue was commented on.</summary>
    Commented,

    /// <summary>An issue was created.</summary>
    IssueCreated,

    /// <summary>An issue was changed.</summary>
    IssueUpdated,

    /// <summary>A file was attached.</summary>
    FileAttached,

    /// <summary>You joined a project.</summary>
    ProjectUserAdded,

    /// <summary>Something else.</summary>
    Other = 9,

    /// <summary>You were assigned a pull request.</summary>
    PullRequestAssigned,

    /// <summary>A pull request was commented on.</summary>
    PullRequestCommented,

    /// <summary>A pull request was created.</summary>
    PullRequestAdded,

    /// <summary>A pull request was changed.</summary>
    PullRequestUpdated,

    /// <summary>A document was commented on.</summary>
    DocumentCommented,

    /// <summary>A comment on a document was replied to.</summary>
    DocumentCommentReplied,

    /// <summary>You were mentioned in a document.</summary>
    DocumentMentioned = 17,
}
