using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Http;
using BacklogPS.Json;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>A filter for issues, for both the list and its count. Null or empty values do not filter.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-list/</remarks>
internal sealed record IssueFilter
{
    // Servers accept at least 8,000 characters. The path, the paging and the order need some of them.
    private const int LongestQuery = 7_000;

    // As many ids as a page has issues.
    private const int PartSize = PageRange.FullPage;

    public IReadOnlyList<long>? ProjectIds { get; init; }

    public IReadOnlyList<long>? IssueTypeIds { get; init; }

    public IReadOnlyList<long>? CategoryIds { get; init; }

    public IReadOnlyList<long>? VersionIds { get; init; }

    public IReadOnlyList<long>? MilestoneIds { get; init; }

    public IReadOnlyList<long>? StatusIds { get; init; }

    /// <summary>All statuses except these. Not a parameter of the API: see <see cref="ExcludedStatuses"/>.</summary>
    public IReadOnlyList<long>? ExcludedStatusIds { get; init; }

    /// <summary>
    /// Whether a status is also excluded by its name. Needed for projects that are not in the list, so that the ids of
    /// their statuses are not known: an administrator can find issues of projects that they have not joined. Null if not.
    /// </summary>
    public Func<Status, bool>? IsExcludedByName { get; init; }

    public IReadOnlyList<long>? PriorityIds { get; init; }

    public IReadOnlyList<long>? AssigneeIds { get; init; }

    /// <summary>
    /// Whether to include unassigned issues, in addition to those of the assignees: see <see cref="UnassignedIssues"/>.
    /// </summary>
    public bool Unassigned { get; init; }

    public IReadOnlyList<long>? CreatedUserIds { get; init; }

    /// <summary>0 is a valid resolution.</summary>
    public IReadOnlyList<long>? ResolutionIds { get; init; }

    public IReadOnlyList<long>? Ids { get; init; }

    public IReadOnlyList<long>? ParentIssueIds { get; init; }

    public ParentChild? ParentChild { get; init; }

    public bool? Attachment { get; init; }

    public bool? SharedFile { get; init; }

    /// <summary>Whether to return only issues without a due date. The API has no filter for the opposite.</summary>
    public bool HasNoDueDate { get; init; }

    public DateTime? CreatedSince { get; init; }

    public DateTime? CreatedUntil { get; init; }

    public DateTime? UpdatedSince { get; init; }

    public DateTime? UpdatedUntil { get; init; }

    public DateTime? StartDateSince { get; init; }

    public DateTime? StartDateUntil { get; init; }

    public DateTime? DueDateSince { get; init; }

    public DateTime? DueDateUntil { get; init; }

    public string? Keyword { get; init; }

    /// <summary>The parameters for custom fields: <c>customField_12_min</c> and its value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CustomFields { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>
    /// Splits the filter into parts that are each short enough for a request's URL and do not overlap. Usually there is
    /// only one. The long lists are ids: of issues, parents, projects or statuses.
    /// </summary>
    /// <exception cref="BacklogException">Splitting one list is not enough.</exception>
    public IReadOnlyList<IssueFilter> Parts()
    {
        var lists = new (string Name, IReadOnlyList<long>? Ids, Func<IReadOnlyList<long>, IssueFilter> With)[]
        {
            ("-Id", Ids, part => this with { Ids = part }),
            ("-ParentIssue", ParentIssueIds, part => this with { ParentIssueIds = part }),
            ("-Project", ProjectIds, part => this with { ProjectIds = part }),
            ("-Status", StatusIds, part => this with { StatusIds = part }),
        };
        var longest = lists.OrderByDescending(l => l.Ids?.Count ?? 0).First();
        if (IsShort || longest.Ids is not { Count: > PartSize })
        {
            return new[] { this };
        }

        var parts = longest.Ids.Distinct().Select((id, at) => (id, at)).GroupBy(i => i.at / PartSize, i => i.id)
            .Select(part => longest.With(part.ToList())).ToList();
        return parts.All(p => p.IsShort)
            ? parts
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.FilterTooLong, longest.Name, PartSize))
            {
                NextStep = Message.Of(CallerText.FilterTooLongNext),
            };
    }

    private bool IsShort => ToQuery().ToString().Length <= LongestQuery;

    public Query ToQuery()
    {
        var query = new Query()
            .AddAll("projectId[]", ProjectIds)
            .AddAll("issueTypeId[]", IssueTypeIds)
            .AddAll("categoryId[]", CategoryIds)
            .AddAll("versionId[]", VersionIds)
            .AddAll("milestoneId[]", MilestoneIds)
            .AddAll("statusId[]", StatusIds)
            .AddAll("priorityId[]", PriorityIds)
            .AddAll("assigneeId[]", AssigneeIds)
            .Add("assigneeId[]", Unassigned ? UnassignedIssues.Nobody : (long?)null)
            .AddAll("createdUserId[]", CreatedUserIds)
            .AddAll("resolutionId[]", ResolutionIds)
            .AddAll("id[]", Ids)
            .AddAll("parentIssueId[]", ParentIssueIds)
            .Add("parentChild", (long?)ParentChild)
            .Add("attachment", Attachment)
            .Add("sharedFile", SharedFile)
            .Add("hasDueDate", HasNoDueDate ? false : (bool?)null)
            .Add("createdSince", CalendarDay.Write(CreatedSince))
            .Add("createdUntil", CalendarDay.Write(CreatedUntil))
            .Add("updatedSince", CalendarDay.Write(UpdatedSince))
            .Add("updatedUntil", CalendarDay.Write(UpdatedUntil))
            .Add("startDateSince", CalendarDay.Write(StartDateSince))
            .Add("startDateUntil", CalendarDay.Write(StartDateUntil))
            .Add("dueDateSince", CalendarDay.Write(DueDateSince))
            .Add("dueDateUntil", CalendarDay.Write(DueDateUntil))
            .Add("keyword", Keyword);
        foreach (var field in CustomFields)
        {
            query.Add(field.Key, field.Value);
        }

        return query;
    }
}
