using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Applies the fields of a request to an issue.</summary>
internal static class IssueWriter
{
    public static IssueType IssueTypeOf(Project project, int id) => project.IssueTypes.FirstOrDefault(t => t.Id == id) ?? throw ApiException.Missing("issueType");

    public static NamedId PriorityOf(ApiCall call, int id) => call.Data.Priorities.FirstOrDefault(p => p.Id == id) ?? throw Parameters.Wrong("priorityId");

    /// <summary>Reads the fields. An empty value clears a field; a field that is not sent stays.</summary>
    /// <param name="call">The request.</param>
    /// <param name="issue">The issue, which may not have been added yet.</param>
    /// <param name="attached">Receives the attachments of the request.</param>
    public static Changes Read(ApiCall call, Issue issue, List<Attachment> attached)
    {
        var parameters = call.Parameters;
        var project = issue.Project;
        var changes = new Changes(parameters);
        changes.SetText("summary", summary => issue.Summary = summary);
        changes.Set("description", () => parameters.Text("description") ?? "", text => issue.Description = text);
        changes.Set("issueTypeId", () => IssueTypeOf(project, parameters.RequiredNumber("issueTypeId")), type => issue.IssueType = type);
        changes.Set("priorityId", () => PriorityOf(call, parameters.RequiredNumber("priorityId")), priority => issue.Priority = priority);
        changes.Set("statusId", () => Find(project.Statuses, s => s.Id, parameters.RequiredNumber("statusId"), "statusId"), status => issue.Status = status);
        changes.Set("resolutionId", () => parameters.Number("resolutionId") is { } id ? Find(call.Data.Resolutions, r => r.Id, id, "resolutionId") : null, resolution => issue.Resolution = resolution);
        changes.Set("assigneeId", () => parameters.Number("assigneeId") is { } id ? Find(project.Members, u => u.Id, id, "assigneeId") : null, user => issue.Assignee = user);
        changes.Set("startDate", () => parameters.Day("startDate"), day => issue.StartDate = day);
        changes.Set("dueDate", () => parameters.Day("dueDate"), day => issue.DueDate = day);
        changes.Set("estimatedHours", () => Hours("estimatedHours"), hours => issue.EstimatedHours = hours);
        changes.Set("actualHours", () => Hours("actualHours"), hours => issue.ActualHours = hours);
        changes.Set("categoryId[]", () => All(project.Categories, c => c.Id, "categoryId[]"), all => issue.Category = all);
        changes.Set("versionId[]", () => All(project.Versions, v => v.Id, "versionId[]"), all => issue.Versions = all);
        changes.Set("milestoneId[]", () => All(project.Versions, v => v.Id, "milestoneId[]"), all => issue.Milestone = all);
        changes.Set("attachmentId[]", () => Uploads.ForIssue(call, issue.Attachments.Count), uploads =>
        {
            attached.AddRange(Uploads.Take(call, uploads));
            issue.Attachments = [.. issue.Attachments, .. attached];
        });
        changes.Set("parentIssueId", () => ParentOf(call, issue), parent => Move(call, issue, parent));

        // Use the fields of the type that the issue will have after the change.
        var issueType = parameters.Number("issueTypeId") is { } typeId ? IssueTypeOf(project, typeId) : issue.IssueType;
        CustomFieldWriter.Read(parameters, issue, issueType, changes);
        return changes;

        decimal? Hours(string name) => parameters.Decimal(name) is { } hours && (hours < 0 || hours >= 1000) ? throw Parameters.Wrong(name) : parameters.Decimal(name);

        T[] All<T>(List<T> known, Func<T, int> id, string name)
            where T : class => parameters.Numbers(name).Select(n => Find(known, id, n, name)).Distinct().ToArray();
    }

    /// <summary>The changes in the form that the change log shows.</summary>
    public static List<ChangeLog> Differences(Dictionary<string, string?> before, Issue issue, IEnumerable<Attachment> attached)
    {
        var differences = Describe(issue)
            .Where(now => before.GetValueOrDefault(now.Key) != now.Value)
            .Select(now => new ChangeLog(now.Key, now.Value, before.GetValueOrDefault(now.Key)))
            .ToList();
        foreach (var value in issue.CustomFields)
        {
            var at = differences.FindIndex(d => d.Field == CustomFieldWriter.NameOf(value.Id));
            if (at >= 0)
            {
                differences[at] = differences[at] with { Field = value.Name, AttributeInfo = new AttributeInfo(value.Id, value.FieldTypeId.ToString(CultureInfo.InvariantCulture)) };
            }
        }

        differences.AddRange(attached.Select(a => Uploads.Logged(a, "issue")));
        return differences;
    }

    public static Dictionary<string, string?> Describe(Issue issue)
    {
        var fields = Standard(issue);
        foreach (var value in issue.CustomFields)
        {
            fields[CustomFieldWriter.NameOf(value.Id)] = CustomFieldWriter.Describe(value);
        }

        return fields;
    }

    private static Dictionary<string, string?> Standard(Issue issue) => new()
    {
        ["summary"] = issue.Summary,
        ["description"] = issue.Description,
        ["issueType"] = issue.IssueType.Name,
        ["priority"] = issue.Priority.Name,
        ["status"] = issue.Status.Name,
        ["resolution"] = issue.Resolution?.Name,
        ["assigner"] = issue.Assignee?.Name,
        ["startDate"] = Day(issue.StartDate),
        ["limitDate"] = Day(issue.DueDate),
        ["estimatedHours"] = issue.EstimatedHours?.ToString(CultureInfo.InvariantCulture),
        ["actualHours"] = issue.ActualHours?.ToString(CultureInfo.InvariantCulture),
        ["component"] = string.Join(", ", issue.Category.Select(c => c.Name)),
        ["version"] = string.Join(", ", issue.Versions.Select(v => v.Name)),
        ["milestone"] = string.Join(", ", issue.Milestone.Select(m => m.Name)),
        ["parentIssue"] = issue.Parent?.IssueKey,
    };

    private static string? Day(DateTime? day) => day?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    private static T Find<T>(IEnumerable<T> known, Func<T, int> idOf, int id, string name)
        where T : class => known.FirstOrDefault(k => idOf(k) == id) ?? throw Parameters.Wrong(name);

    private static Issue? ParentOf(ApiCall call, Issue issue)
    {
        var parent = call.Parameters.Number("parentIssueId") is { } id ? call.IssueOf(id.ToString(CultureInfo.InvariantCulture)) : null;
        var project = issue.Project;
        var deepest = project.GrandchildIssueEnabled ? 2 : 1;
        return parent is null || (parent != issue && parent.Project == project && project.SubtaskingEnabled && Depth(parent) + 1 + Height(issue) <= deepest)
            ? parent
            : throw Parameters.Wrong("parentIssueId");

        // An issue below itself would exceed the depth limit anyway, but computing its depth would never end.
        int Depth(Issue of) => of.Parent is null ? 0 : of.Parent == issue ? deepest : 1 + Depth(of.Parent);

        static int Height(Issue of) => of.Children.Count == 0 ? 0 : 1 + of.Children.Max(Height);
    }

    private static void Move(ApiCall call, Issue issue, Issue? parent)
    {
        // A new issue is added to its parent's children later. An existing one moves now.
        if (call.Data.FindIssue(issue.Id) is not null)
        {
            if (issue.Parent is { } old)
            {
                old.Children = old.Children.Where(c => c != issue).ToArray();
            }

            if (parent is not null)
            {
                parent.Children = [.. parent.Children, issue];
            }
        }

        issue.Parent = parent;
    }
}
