using System;

namespace BacklogPS.Parameters;

/// <summary>The user's word for each kind of object.</summary>
internal static class Nouns
{
    public static string Of(Type kind) => kind.Name switch
    {
        nameof(Issue) => Messages.NounIssue,
        nameof(Project) => Messages.NounProject,
        nameof(Status) => CmdletMessages.NounStatus,
        nameof(IssueType) => Messages.NounIssueType,
        nameof(Category) => CmdletMessages.NounCategory,
        nameof(Milestone) => CmdletMessages.NounMilestone,
        nameof(Priority) => CmdletMessages.NounPriority,
        nameof(Resolution) => CmdletMessages.NounResolution,
        nameof(User) or nameof(ProjectMember) => Messages.NounUser,
        nameof(Team) => Messages.NounTeam,
        nameof(CustomField) => CmdletMessages.NounCustomField,
        nameof(GitRepository) => Messages.NounRepository,
        nameof(Wiki) => Messages.NounWikiPage,
        nameof(CustomFieldItem) => CmdletMessages.NounItem,
        nameof(Document) or nameof(DocumentNode) => Messages.NounDocument,
        nameof(SharedFile) => CmdletMessages.NounSharedFile,
        nameof(Comment) => Messages.NounComment,
        nameof(PullRequest) => Messages.NounPullRequest,
        nameof(Star) => CmdletMessages.NounStar,
        nameof(Watching) => Messages.NounWatching,
        nameof(Notification) => CmdletMessages.NounNotification,
        nameof(Webhook) => Messages.NounWebhook,
        nameof(Attachment) => Messages.NounAttachment,
        _ => kind.Name,
    };
}
