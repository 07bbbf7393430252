using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An issue, a project or a wiki page that you viewed recently.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-recently-viewed-issues/</remarks>
public sealed class RecentItem : BacklogObject
{
    /// <summary>The type of item.</summary>
    [Stamped]
    public RecentItemType Type { get; internal set; }

    /// <summary>The id of the item.</summary>
    [Stamped]
    public long Id => Issue?.Id ?? Project?.Id ?? Page?.Id ?? 0;

    /// <summary>The key of the issue; null if the item is not an issue.</summary>
    [Stamped]
    public string? IssueKey => Issue?.IssueKey;

    /// <summary>The key of the project; null if the item is not a project.</summary>
    [Stamped]
    public string? ProjectKey => Project?.ProjectKey;

    /// <summary>The summary of the issue, or the name of the project or page.</summary>
    [Stamped]
    public string Title => Issue?.Summary ?? Project?.Name ?? Page?.Name ?? "";

    /// <summary>The issue; null if the item is not an issue.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>The project; null if the item is not a project.</summary>
    public Project? Project { get; internal set; }

    /// <summary>The wiki page, without its text; null if the item is not a wiki page.</summary>
    public Wiki? Page { get; internal set; }

    /// <summary>When you viewed the item.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => IssueKey ?? ProjectKey ?? Title;
}
