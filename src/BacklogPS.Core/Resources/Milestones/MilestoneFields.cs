using System;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The fields of a write to a milestone. Backlog requires the name each time, even if it does not change.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/add-version-milestone/,
/// https://developer.nulab.com/docs/backlog/api/2/update-version-milestone/
/// </remarks>
internal sealed record MilestoneFields(string Name)
{
    public Field<string?> Description { get; init; }

    public Field<DateTime?> StartDate { get; init; }

    public Field<DateTime?> ReleaseDueDate { get; init; }

    /// <summary>Only for an existing milestone.</summary>
    public Field<bool?> Archived { get; init; }

    /// <summary>The fields in the API's form.</summary>
    public Fields ToFields() => new Fields()
        .Add("name", new Field<string?>(Name))
        .Add("description", Description)
        .Add("startDate", StartDate)
        .Add("releaseDueDate", ReleaseDueDate)
        .Add("archived", Archived);
}
