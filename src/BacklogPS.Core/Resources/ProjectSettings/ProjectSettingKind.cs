namespace BacklogPS;

/// <summary>The kinds of settings that can be copied between projects.</summary>
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

    /// <summary>A user who is a member directly.</summary>
    Member,

    /// <summary>A team whose users are members.</summary>
    Team,
}
