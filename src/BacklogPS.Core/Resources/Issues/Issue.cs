using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An issue.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue/</remarks>
public class Issue : ProjectObject
{
    /// <summary>The id of the issue.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id.</summary>
    public long ProjectId { get; internal set; }

    /// <summary>The issue key, <c>APP-123</c>.</summary>
    public string IssueKey { get; internal set; } = "";

    /// <summary>The number within the project, the last part of the key.</summary>
    public long KeyId { get; internal set; }

    /// <summary>The summary.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>The type.</summary>
    public IssueType? IssueType { get; internal set; }

    /// <summary>The status.</summary>
    public Status? Status { get; internal set; }

    /// <summary>The priority.</summary>
    public Priority? Priority { get; internal set; }

    /// <summary>The resolution; null if there is none.</summary>
    public Resolution? Resolution { get; internal set; }

    /// <summary>The assignee; null for nobody.</summary>
    public User? Assignee { get; internal set; }

    /// <summary>The categories.</summary>
    public IReadOnlyList<Category> Category { get; internal set; } = new BacklogList<Category>();

    /// <summary>The versions that the issue was found in.</summary>
    public IReadOnlyList<Milestone> Versions { get; internal set; } = new BacklogList<Milestone>();

    /// <summary>The milestones of the issue.</summary>
    public IReadOnlyList<Milestone> Milestone { get; internal set; } = new BacklogList<Milestone>();

    /// <summary>The start date, a calendar day; null if not set.</summary>
    [CalendarDay]
    public DateTime? StartDate { get; internal set; }

    /// <summary>The due date, a calendar day; null if not set.</summary>
    [CalendarDay]
    public DateTime? DueDate { get; internal set; }

    /// <summary>The estimated hours; null if not set.</summary>
    public decimal? EstimatedHours { get; internal set; }

    /// <summary>The actual hours; null if not set.</summary>
    public decimal? ActualHours { get; internal set; }

    /// <summary>The id of the parent issue; null for none.</summary>
    public long? ParentIssueId { get; internal set; }

    /// <summary>The number of child issues; null if it was not requested.</summary>
    public ChildIssueSummary? ChildIssueSummary { get; internal set; }

    /// <summary>Who added the issue.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the issue was added.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the issue.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the issue was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The values of the project's custom fields.</summary>
    public IReadOnlyList<CustomFieldValue> CustomFields { get; internal set; } = new BacklogList<CustomFieldValue>();

    /// <summary>The files attached.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The shared files linked.</summary>
    public IReadOnlyList<SharedFile> SharedFiles { get; internal set; } = new BacklogList<SharedFile>();

    /// <summary>The stars given.</summary>
    public IReadOnlyList<Star> Stars { get; internal set; } = new BacklogList<Star>();

    /// <summary>The description, in the project's markup.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>The address of the issue's page. Parameters that take an issue key also accept it.</summary>
    [Stamped]
    public string? Url => PageOf("view/" + IssueKey);

    /// <inheritdoc/>
    public override string ToString() => IssueKey;

    internal override string? Called => IssueKey;

    internal override string? Identity => IdentityBy(Id);

    internal override void Complete()
    {
        Project = ProjectOf(IssueKey) ?? ProjectId.ToString(CultureInfo.InvariantCulture);
        StampAll(Category);
        StampAll(Versions);
        StampAll(Milestone);
        StampAll(SharedFiles);
        StampAll(Attachments);
        foreach (var attachment in Attachments)
        {
            attachment.IssueKey = IssueKey;
        }

        if (Status is not null)
        {
            Status.Project = Project;
        }

        if (IssueType is not null)
        {
            IssueType.Project = Project;
        }
    }

    /// <summary>The project key in an issue key; null if the text is not an issue key, such as a number.</summary>
    internal static string? ProjectOf(string issueKey)
    {
        var hyphen = issueKey.LastIndexOf('-');
        return hyphen > 0 ? issueKey.Substring(0, hyphen) : null;
    }

    private void StampAll(IReadOnlyList<ProjectObject> parts)
    {
        foreach (var part in parts)
        {
            part.Project = Project;
        }
    }
}
