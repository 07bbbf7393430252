using System;

namespace BacklogPS.Parameters;

/// <summary>The user's word for each kind of object.</summary>
internal static class Nouns
{
    public static string Of(Type kind) => kind.Name switch
    {
        nameof(Issue) => Messages.NounIssue,
        nameof(Project) => Messages.NounProject,
        nameof(Status) => Messages.NounStatus,
        nameof(IssueType) => Messages.NounIssueType,
        nameof(Category) => Messages.NounCategory,
        nameof(Milestone) => Messages.NounMilestone,
        nameof(Priority) => Messages.NounPriority,
        nameof(Resolution) => Messages.NounResolution,
        nameof(User) or nameof(ProjectMember) => Messages.NounUser,
        nameof(Team) => Messages.NounTeam,
        nameof(CustomField) => Messages.NounCustomField,
        nameof(GitRepository) => Messages.NounRepository,
        nameof(Wiki) => Messages.NounWikiPage,
        nameof(CustomFieldItem) => Messages.NounItem,
        nameof(Document) or nameof(DocumentNode) => Messages.NounDocument,
        nameof(SharedFile) => Messages.NounSharedFile,
        nameof(Comment) => Messages.NounComment,
        nameof(PullRequest) => Messages.NounPullRequest,
        nameof(Star) => Messages.NounStar,
        nameof(Watching) => Messages.NounWatching,
        nameof(Notification) => Messages.NounNotification,
        nameof(Webhook) => Messages.NounWebhook,
        nameof(Attachment) => Messages.NounAttachment,
        _ => kind.Name,
    };
}
