using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.Http;
using BacklogPS.Json;

namespace BacklogPS.Resources;

/// <summary>The fields of a write to an issue. Status, resolution and comment are only for an existing issue.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/add-issue/, https://developer.nulab.com/docs/backlog/api/2/update-issue/
/// </remarks>
internal sealed record IssueFields
{
    public Field<string?> Summary { get; init; }

    /// <summary>The id of the parent issue.</summary>
    public Field<long?> ParentIssueId { get; init; }

    public Field<string?> Description { get; init; }

    public Field<long?> StatusId { get; init; }

    /// <summary>0 is a valid resolution; null means none.</summary>
    public Field<long?> ResolutionId { get; init; }

    public Field<DateTime?> StartDate { get; init; }

    public Field<DateTime?> DueDate { get; init; }

    public Field<decimal?> EstimatedHours { get; init; }

    public Field<decimal?> ActualHours { get; init; }

    public Field<long?> IssueTypeId { get; init; }

    public Field<IReadOnlyList<long>?> CategoryIds { get; init; }

    public Field<IReadOnlyList<long>?> VersionIds { get; init; }

    public Field<IReadOnlyList<long>?> MilestoneIds { get; init; }

    public Field<long?> PriorityId { get; init; }

    public Field<long?> AssigneeId { get; init; }

    /// <summary>Who is notified. This is an action, not a property of the issue.</summary>
    public IReadOnlyList<long> NotifiedUserIds { get; init; } = Array.Empty<long>();

    /// <summary>Uploaded files. Each can be used once.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = Array.Empty<long>();

    public string? Comment { get; init; }

    /// <summary>The parameters for custom fields: <c>customField_12</c> and its value, empty to clear it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CustomFields { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>
    /// Whether sending the fields twice has the same result as sending them once. It does not with a comment, which
    /// would be added twice, with a file, which can be used only once, or with people to notify, who would be notified
    /// again.
    /// </summary>
    public bool MayRepeat => Comment is null && NotifiedUserIds.Count == 0 && AttachmentIds.Count == 0;

    /// <summary>The same fields for a new issue, where there is nothing to clear.</summary>
    public IssueFields ForNew()
    {
        return this with
        {
            ParentIssueId = Filled(ParentIssueId),
            Description = Filled(Description),
            StartDate = Filled(StartDate),
            DueDate = Filled(DueDate),
            EstimatedHours = Filled(EstimatedHours),
            ActualHours = Filled(ActualHours),
            CategoryIds = Any(CategoryIds),
            VersionIds = Any(VersionIds),
            MilestoneIds = Any(MilestoneIds),
            AssigneeId = Filled(AssigneeId),
            CustomFields = CustomFields.Where(f => f.Value.Length > 0).ToList(),
        };

        static Field<T> Filled<T>(Field<T> field) => field.Value is null or "" ? default : field;

        static Field<IReadOnlyList<long>?> Any(Field<IReadOnlyList<long>?> field) => field.Value is { Count: > 0 } ? field : default;
    }

    /// <summary>The fields in the API's form.</summary>
    /// <param name="projectId">The project of a new issue; null for an existing issue.</param>
    public Fields ToFields(long? projectId = null)
    {
        var fields = new Fields();
        if (projectId is not null)
        {
            fields.Add("projectId", new Field<long?>(projectId));
        }

        fields
            .Add("summary", Summary)
            .Add("parentIssueId", ParentIssueId)
            .Add("description", Description)
            .Add("statusId", StatusId)
            .Add("resolutionId", ResolutionId)
            .Add("startDate", StartDate)
            .Add("dueDate", DueDate)
            .Add("estimatedHours", EstimatedHours)
            .Add("actualHours", ActualHours)
            .Add("issueTypeId", IssueTypeId)
            .AddAll("categoryId", CategoryIds)
            .AddAll("versionId", VersionIds)
            .AddAll("milestoneId", MilestoneIds)
            .Add("priorityId", PriorityId)
            .Add("assigneeId", AssigneeId)
            .AddAny("notifiedUserId", NotifiedUserIds)
            .AddAny("attachmentId", AttachmentIds);
        if (Comment is not null)
        {
            fields.Add("comment", new Field<string?>(Comment));
        }

        return fields.AddPairs(CustomFields);
    }

    /// <summary>
    /// The fields whose value in the response differs from what was sent. Backlog silently ignores some, such as a
    /// field that it does not clear or a custom field that the issue's type does not have.
    /// </summary>
    public IEnumerable<string> NotTakenBy(Issue issue)
    {
        var cleared = new (string Name, bool IsGiven, bool Wanted, bool Has)[]
        {
            ("parentIssueId", ParentIssueId.IsGiven, ParentIssueId.Value is not null, issue.ParentIssueId is not null),
            ("resolutionId", ResolutionId.IsGiven, ResolutionId.Value is not null, issue.Resolution is not null),
            ("startDate", StartDate.IsGiven, StartDate.Value is not null, issue.StartDate is not null),
            ("dueDate", DueDate.IsGiven, DueDate.Value is not null, issue.DueDate is not null),
            ("estimatedHours", EstimatedHours.IsGiven, EstimatedHours.Value is not null, issue.EstimatedHours is not null),
            ("actualHours", ActualHours.IsGiven, ActualHours.Value is not null, issue.ActualHours is not null),
            ("assigneeId", AssigneeId.IsGiven, AssigneeId.Value is not null, issue.Assignee is not null),
            ("categoryId", CategoryIds.IsGiven, CategoryIds.Value is { Count: > 0 }, issue.Category.Count > 0),
            ("versionId", VersionIds.IsGiven, VersionIds.Value is { Count: > 0 }, issue.Versions.Count > 0),
            ("milestoneId", MilestoneIds.IsGiven, MilestoneIds.Value is { Count: > 0 }, issue.Milestone.Count > 0),
        };
        foreach (var field in cleared.Where(f => f.IsGiven && f.Wanted != f.Has))
        {
            yield return field.Name;
        }

        foreach (var (name, value) in CustomFields.Where(f => !f.Key.EndsWith("_otherValue")).GroupBy(f => f.Key.Split('[')[0]).Select(g => (g.Key, g.First().Value)))
        {
            var there = issue.CustomFields.FirstOrDefault(f => name == "customField_" + f.Id.ToString(CultureInfo.InvariantCulture));
            if ((value.Length > 0) != (there?.Value is not (null or "" or ICollection { Count: 0 })))
            {
                yield return there?.Name ?? name;
            }
        }
    }

    /// <summary>The same fields without those that the issue already has. Actions, such as a comment, stay.</summary>
    public IssueFields ChangesOf(Issue issue)
    {
        return this with
        {
            Summary = Unless(Summary, Summary.Value == issue.Summary),
            ParentIssueId = Unless(ParentIssueId, ParentIssueId.Value == issue.ParentIssueId),
            Description = Unless(Description, Lines(Description.Value) == Lines(issue.Description)),
            StatusId = Unless(StatusId, StatusId.Value == issue.Status?.Id),
            ResolutionId = Unless(ResolutionId, ResolutionId.Value == issue.Resolution?.Id),
            StartDate = Unless(StartDate, StartDate.Value?.Date == issue.StartDate?.Date),
            DueDate = Unless(DueDate, DueDate.Value?.Date == issue.DueDate?.Date),
            EstimatedHours = Unless(EstimatedHours, EstimatedHours.Value == issue.EstimatedHours),
            ActualHours = Unless(ActualHours, ActualHours.Value == issue.ActualHours),
            IssueTypeId = Unless(IssueTypeId, IssueTypeId.Value == issue.IssueType?.Id),
            CategoryIds = Unless(CategoryIds, Same(CategoryIds.Value, issue.Category.Select(c => c.Id))),
            VersionIds = Unless(VersionIds, Same(VersionIds.Value, issue.Versions.Select(v => v.Id))),
            MilestoneIds = Unless(MilestoneIds, Same(MilestoneIds.Value, issue.Milestone.Select(m => m.Id))),
            PriorityId = Unless(PriorityId, PriorityId.Value == issue.Priority?.Id),
            AssigneeId = Unless(AssigneeId, AssigneeId.Value == issue.Assignee?.Id),
            CustomFields = CustomFields.GroupBy(f => f.Key.Split('[')[0]).Where(f => !IsSo(f.Key, f.Select(v => v.Value), issue)).SelectMany(f => f).ToList(),
        };

        static Field<T> Unless<T>(Field<T> field, bool isSo) => isSo ? default : field;

        static bool Same(IReadOnlyList<long>? wanted, IEnumerable<long> has) => new HashSet<long>(wanted ?? Array.Empty<long>()).SetEquals(has);
    }

    private static bool IsSo(string name, IEnumerable<string> wanted, Issue issue)
    {
        const string Other = "_otherValue";
        var isOther = name.EndsWith(Other, StringComparison.Ordinal);
        var field = isOther ? name.Substring(0, name.Length - Other.Length) : name;
        var there = issue.CustomFields.FirstOrDefault(f => field == "customField_" + f.Id.ToString(CultureInfo.InvariantCulture));
        var has = isOther ? new[] { there?.OtherValue ?? "" } : Texts(there?.Value);
        return new HashSet<string>(wanted.Where(w => w.Length > 0).Select(Normal)).SetEquals(has.Where(h => h.Length > 0).Select(Normal));

        string Normal(string text) => there?.Value is decimal && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? PlainNumber.Of(number)
            : Lines(text);
    }

    // Spreadsheets write their own line endings.
    private static string Lines(string? text) => (text ?? "").Replace("\r\n", "\n");

    // The value in the form that a write sends.
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => Array.Empty<string>(),
        IEnumerable<object> many => many.SelectMany(Texts),
        CustomFieldItem item => new[] { item.Id.ToString(CultureInfo.InvariantCulture) },
        DateTime day => new[] { CalendarDay.Write(day)! },
        _ => new[] { Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" },
    };
}
