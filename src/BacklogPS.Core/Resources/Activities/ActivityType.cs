namespace BacklogPS;

/// <summary>
/// What happened. Backlog adds types over time. An unknown type stays a number and can be used as a filter.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-recent-updates/</remarks>
public enum ActivityType
{
    /// <summary>No type was given.</summary>
    Unknown,

    /// <summary>An issue was created.</summary>
    IssueCreated,

    /// <summary>An issue was changed.</summary>
    IssueUpdated,

    /// <summary>An issue was commented on.</summary>
    IssueCommented,

    /// <summary>An issue was deleted.</summary>
    IssueDeleted,

    /// <summary>A wiki page was created.</summary>
    WikiCreated,

    /// <summary>A wiki page was changed.</summary>
    WikiUpdated,

    /// <summary>A wiki page was deleted.</summary>
    WikiDeleted,

    /// <summary>A shared file was added.</summary>
    FileAdded,

    /// <summary>A shared file was changed.</summary>
    FileUpdated,

    /// <summary>A shared file was deleted.</summary>
    FileDeleted,

    /// <summary>There was a commit to the Subversion repository.</summary>
    SubversionCommitted,

    /// <summary>There was a push to a Git repository.</summary>
    GitPushed,

    /// <summary>A Git repository was created.</summary>
    GitRepositoryCreated,

    /// <summary>Several issues were changed at once.</summary>
    IssuesUpdated,

    /// <summary>Users joined the project.</summary>
    ProjectUserAdded,

    /// <summary>Users left the project.</summary>
    ProjectUserRemoved,

    /// <summary>Users were notified of a comment.</summary>
    NotificationAdded,

    /// <summary>A pull request was created.</summary>
    PullRequestAdded,

    /// <summary>A pull request was changed.</summary>
    PullRequestUpdated,

    /// <summary>A pull request was commented on.</summary>
    PullRequestCommented,

    /// <summary>A pull request was deleted.</summary>
    PullRequestDeleted,

    /// <summary>A milestone was created.</summary>
    MilestoneCreated,

    /// <summary>A milestone was changed.</summary>
    MilestoneUpdated,

    /// <summary>A milestone was deleted.</summary>
    MilestoneDeleted,

    /// <summary>Teams joined the project.</summary>
    ProjectTeamAdded,

    /// <summary>Teams left the project.</summary>
    ProjectTeamRemoved,

    /// <summary>A status was deleted.</summary>
    StatusDeleted = 34,

    /// <summary>The dates of several issues were changed at once.</summary>
    IssueDatesUpdated,

    /// <summary>A document was created.</summary>
    DocumentCreated,

    /// <summary>A document was deleted.</summary>
    DocumentDeleted,

    /// <summary>The title of a document was changed.</summary>
    DocumentTitleUpdated,

    /// <summary>A document was changed.</summary>
    DocumentUpdated,

    /// <summary>A document was commented on.</summary>
    DocumentCommentCreated,

    /// <summary>A comment on a document was changed.</summary>
    DocumentCommentUpdated,

    /// <summary>A comment on a document was deleted.</summary>
    DocumentCommentDeleted,

    /// <summary>A comment on a document was replied to.</summary>
    DocumentCommentReplyCreated,

    /// <summary>A reply was changed.</summary>
    DocumentCommentReplyUpdated,

    /// <summary>A reply was deleted.</summary>
    DocumentCommentReplyDeleted,

    /// <summary>A file was attached to a document.</summary>
    DocumentAttachmentCreated,

    /// <summary>Several issues were created at once.</summary>
    IssuesCreated,

    /// <summary>Several documents were created at once.</summary>
    DocumentsCreated,

    /// <summary>Somebody was mentioned in a document.</summary>
    DocumentMentioned,
}
