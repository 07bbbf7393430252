namespace BacklogPS;

/// <summary>What a project has of its own and can have like another one.</summary>
public enum ProjectSettingKind
{
    /// <summary>A status other than Backlog's own four, or the order of all statuses.</summary>
    Status,

    /// <summary>An issue type.</summary>
    IssueType,

    /// <summary>A category.</summary>
    Category,

    /// <summary>A milestone (version).</summary>
    Milestone,

    /// <summary>A custom field.</summary>
    CustomField,

    /// <summary>An item of a custom field that is a list.</summary>
    CustomFieldItem,

    /// <summary>A webhook.</summary>
    Webhook,

    /// <summary>Somebody who takes part by themselves.</summary>
    Member,

    /// <summary>A team whose members take part.</summary>
    Team,
}
