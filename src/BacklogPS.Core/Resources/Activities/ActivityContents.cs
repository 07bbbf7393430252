using System;

namespace BacklogPS;

/// <summary>Maps types of activities to the classes of their content.</summary>
internal static class ActivityContents
{
    public static Type ClassOf(ActivityType type) => type switch
    {
        ActivityType.IssueCreated or ActivityType.IssueUpdated or ActivityType.IssueCommented or ActivityType.IssueDeleted
            or ActivityType.NotificationAdded => typeof(IssueActivityContent),
        ActivityType.WikiCreated or ActivityType.WikiUpdated or ActivityType.WikiDeleted => typeof(WikiActivityContent),
        ActivityType.FileAdded or ActivityType.FileUpdated or ActivityType.FileDeleted => typeof(FileActivityContent),
        ActivityType.SubversionCommitted => typeof(SubversionActivityContent),
        ActivityType.GitPushed => typeof(GitPushActivityContent),
        ActivityType.GitRepositoryCreated => typeof(GitRepositoryActivityContent),
        ActivityType.IssuesUpdated or ActivityType.IssueDatesUpdated or ActivityType.IssuesCreated => typeof(IssuesActivityContent),
        ActivityType.ProjectUserAdded or ActivityType.ProjectUserRemoved => typeof(MembersActivityContent),
        ActivityType.PullRequestAdded or ActivityType.PullRequestUpdated or ActivityType.PullRequestCommented
            or ActivityType.PullRequestDeleted => typeof(PullRequestActivityContent),
        ActivityType.MilestoneCreated or ActivityType.MilestoneUpdated or ActivityType.MilestoneDeleted => typeof(MilestoneActivityContent),
        ActivityType.ProjectTeamAdded or ActivityType.ProjectTeamRemoved => typeof(TeamsActivityContent),
        ActivityType.StatusDeleted => typeof(StatusActivityContent),
        (>= ActivityType.DocumentCreated and <= ActivityType.DocumentAttachmentCreated)
            or ActivityType.DocumentMentioned => typeof(DocumentActivityContent),
        ActivityType.DocumentsCreated => typeof(DocumentsActivityContent),
        _ => typeof(ActivityContent),
    };
}
