using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// A milestone of a project, or a version. Backlog keeps one list for both: an issue can refer to an entry as the
/// version it was found in, as the milestone it is due for, or as both.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-version-milestone-list/</remarks>
public sealed class Milestone : ProjectObject
{
    /// <summary>The id of the milestone.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The description; null if there is none.</summary>
    public string? Description { get; internal set; }

    /// <summary>The first day, a calendar day; null if none is set.</summary>
    [CalendarDay]
    public DateTime? StartDate { get; internal set; }

    /// <summary>The day of the release, a calendar day; null if none is set.</summary>
    [CalendarDay]
    public DateTime? ReleaseDueDate { get; internal set; }

    /// <summary>Whether the milestone is archived; null if the server does not return it.</summary>
    public bool? Archived { get; internal set; }

    /// <summary>The place in the project's order of milestones; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
