using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a milestone.</summary>
[SnakeCase]
public sealed class MilestoneActivityContent : ActivityContent
{
    /// <summary>The milestone's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The first day, <c>yyyy-MM-dd</c>.</summary>
    public string? StartDate { get; internal set; }

    /// <summary>The day of the release, <c>yyyy-MM-dd</c>.</summary>
    public string? ReferenceDate { get; internal set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ActivityChange> Changes { get; internal set; } = new BacklogList<ActivityChange>();

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
