using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

public sealed class Project
{
    public required int Id { get; init; }
    public required string ProjectKey { get; set; }
    public required string Name { get; set; }
    public bool ChartEnabled { get; set; } = true;
    public bool UseResolvedForChart { get; set; }
    public bool SubtaskingEnabled { get; set; } = true;
    public bool GrandchildIssueEnabled { get; set; }
    public bool ProjectLeaderCanEditProjectLeader { get; set; }
    public bool UseWiki { get; set; } = true;
    public bool UseDocument { get; set; } = true;
    public bool UseFileSharing { get; set; } = true;
    public bool UseWikiTreeView { get; set; } = true;
    public bool UseOriginalImageSizeAtWiki { get; set; }
    public bool UseSubversion { get; set; }
    public bool UseGit { get; set; } = true;
    public string TextFormattingRule { get; set; } = "markdown";
    public bool Archived { get; set; }
    public int DisplayOrder { get; set; }
    public bool UseDevAttributes { get; set; } = true;

    [JsonIgnore]
    public List<User> Members { get; init; } = [];

    [JsonIgnore]
    public List<User> Administrators { get; init; } = [];

    [JsonIgnore]
    public List<Team> Teams { get; init; } = [];

    /// <summary>The members who joined with a team and leave with it.</summary>
    [JsonIgnore]
    public Dictionary<Team, User[]> JoinedWith { get; } = [];

    [JsonIgnore]
    public List<Status> Statuses { get; init; } = [];

    [JsonIgnore]
    public List<IssueType> IssueTypes { get; init; } = [];

    [JsonIgnore]
    public List<Category> Categories { get; init; } = [];

    [JsonIgnore]
    public List<Milestone> Versions { get; init; } = [];

    [JsonIgnore]
    public List<CustomField> CustomFields { get; init; } = [];

    [JsonIgnore]
    public List<SharedFile> Files { get; init; } = [];

    [JsonIgnore]
    public List<Webhook> Webhooks { get; init; } = [];

    [JsonIgnore]
    public List<GitRepository> Repositories { get; init; } = [];

    /// <summary>Ordered by key, so that issue n is at index n - 1 in a project without deleted issues.</summary>
    [JsonIgnore]
    public List<Issue> Issues { get; init; } = [];

    [JsonIgnore]
    public int LastKeyId { get; set; }
}

/// <summary>Priorities and resolutions.</summary>
public sealed record NamedId(int Id, string Name);

public sealed class Status
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public required string Color { get; set; }
    public required int DisplayOrder { get; set; }
}

public sealed class IssueType
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public required string Color { get; set; }
    public required int DisplayOrder { get; set; }
    public string? TemplateSummary { get; set; }
    public string? TemplateDescription { get; set; }
}

public sealed class Category
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public required int DisplayOrder { get; set; }
}

/// <summary>A milestone. Issues refer to it as a version in one field and as a milestone in another.</summary>
public sealed class Milestone
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    public DateTime? StartDate { get; set; }
    public DateTime? ReleaseDueDate { get; set; }
    public bool Archived { get; set; }
    public required int DisplayOrder { get; set; }
}

/// <summary>The definition of a custom field. Properties that do not apply to its type are left out.</summary>
public sealed class CustomField
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required int TypeId { get; init; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";
    public bool Required { get; set; }
    public bool UseIssueType { get; set; }
    public IReadOnlyList<int> ApplicableIssueTypes { get; set; } = [];
    public int DisplayOrder { get; set; }

    /// <summary>A number or a day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Min { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Max { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? InitialValue { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InitialDate? InitialDate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<CustomFieldItem>? Items { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowAddItem { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowInput { get; set; }
}

/// <param name="Id">1 for today, 2 for today plus Shift days, 3 for Date.</param>
/// <param name="Shift">The number of days.</param>
/// <param name="Date">A fixed day.</param>
public sealed record InitialDate(int Id, int? Shift, DateTime? Date);

public sealed record CustomFieldItem(int Id, string Name, int DisplayOrder);

public sealed class Webhook
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";
    public required string HookUrl { get; set; }
    public bool AllEvent { get; set; }
    public IReadOnlyList<int> ActivityTypeIds { get; set; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }
}
