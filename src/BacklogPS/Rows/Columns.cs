using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Rows;

/// <summary>
/// The columns of an object's row and their order. They are named like the parameters that accept their values, so that
/// a row can be used as input. A type that is not listed here has a column for each property.
/// </summary>
internal static class Columns
{
    /// <summary>
    /// The columns of an issue, except the parent, which is not part of the issue itself, and the custom fields.
    /// </summary>
    public static readonly IReadOnlyList<string> OfIssue = new[]
    {
        "IssueKey", "Project", "IssueType", "Summary", "Description", "Status", "Resolution", "Priority", "Assignee", "Category", "Version",
        "Milestone", "StartDate", "DueDate", "EstimatedHours", "ActualHours", "ParentIssue", "Created", "CreatedUser", "Updated", "UpdatedUser",
        "Url", "Space",
    };

    private static readonly IReadOnlyDictionary<Type, string[]> OfKind = new Dictionary<Type, string[]>
    {
        [typeof(Project)] = new[]
        {
            "ProjectKey", "Name", "Archived", "TextFormattingRule", "ChartEnabled", "UseResolvedForChart", "SubtaskingEnabled",
            "GrandchildIssueEnabled", "ProjectLeaderCanEditProjectLeader", "UseWiki", "UseFileSharing", "UseDocument", "UseWikiTreeView",
            "UseOriginalImageSizeAtWiki", "UseSubversion", "UseGit", "UseDevAttributes", "DisplayOrder", "Id", "Url", "Space",
        },
        [typeof(User)] = new[] { "UserId", "Name", "RoleType", "MailAddress", "Lang", "LastLoginTime", "Id", "Space" },
        [typeof(PullRequest)] = new[]
        {
            "Project", "Repository", "Number", "Summary", "Description", "Base", "Branch", "Status", "Assignee", "Issue", "Created", "CreatedUser",
            "Updated", "UpdatedUser", "CloseAt", "MergeAt", "Id", "Url", "Space",
        },
        [typeof(Wiki)] = new[] { "Project", "Name", "Tag", "Content", "Created", "CreatedUser", "Updated", "UpdatedUser", "Id", "Url", "Space" },
    };

    // Columns whose parameter has a different name than the property.
    private static readonly IReadOnlyDictionary<string, string> Properties = new Dictionary<string, string> { ["Version"] = "Versions", ["Tag"] = "Tags" };

    // Ids of objects whose names are in another column, and properties that do not fit a table.
    private static readonly string[] LeftOut = { "ProjectId", "RepositoryId", nameof(BacklogObject.AdditionalProperties) };

    /// <summary>The cells of an object, which may already be a row with objects in its cells.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Of(object thing) =>
        thing is PSObject row ? row.Properties.Select(p => Pair(p.Name, p.Value))
        : OfKind.TryGetValue(thing.GetType(), out var columns) ? Of(thing, columns)
        : thing.GetType().GetProperties().Where(p => !LeftOut.Contains(p.Name)).Select(p => Pair(p.Name, p.GetValue(thing)));

    public static IEnumerable<KeyValuePair<string, object?>> Of(object thing, IEnumerable<string> columns) => columns.Select(c => Pair(c, Value(thing, c)));

    private static object? Value(object thing, string column)
    {
        var type = thing.GetType();
        var property = type.GetProperty(column) ?? (Properties.TryGetValue(column, out var other) ? type.GetProperty(other) : null);
        return property?.GetValue(thing);
    }

    private static KeyValuePair<string, object?> Pair(string column, object? value) => new(column, Cell.Of(value));
}
