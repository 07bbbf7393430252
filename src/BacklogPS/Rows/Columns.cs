using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Rows;

/// <summary>
/// Which columns a thing's row has, and in which order: called as the parameters that take them are, so that a row can be
/// given back. A kind that is not here has a column for each property.
/// </summary>
internal static class Columns
{
    /// <summary>Those of an issue, but for the parent, which is not in the issue itself, and the custom fields.</summary>
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

    // What the parameters are called otherwise than the properties.
    private static readonly IReadOnlyDictionary<string, string> Properties = new Dictionary<string, string> { ["Version"] = "Versions", ["Tag"] = "Tags" };

    // Numbers of what is named beside them, and what is no table's.
    private static readonly string[] LeftOut = { "ProjectId", "RepositoryId", nameof(BacklogObject.AdditionalProperties) };

    /// <summary>The cells of a thing, which may be a row already whose cells hold things.</summary>
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
