using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Brings the fields of a request into an issue.</summary>
internal static class IssueWriter
{
    public static IssueType IssueTypeOf(Project project, int id) => project.IssueTypes.FirstOrDefault(t => t.Id == id) ?? throw ApiException.Missing("issueType");

    public static NamedId PriorityOf(ApiCall call, int id) => call.Data.Priorities.FirstOrDefault(p => p.Id == id) ?? throw Parameters.Wrong("priorityId");

    /// <summary>An empty value clears a field; a field that is not sent stays.</summary>
    public static void Write(ApiCall call, Issue issue)
    {
        var parameters = call.Parameters;
        var project = issue.Project;
        if (parameters.Has("summary"))
        {
            issue.Summary = parameters.RequiredText("summary");
        }

        Set("description", () => issue.Description = parameters.Text("description") ?? "");
        Set("issueTypeId", () => issue.IssueType = IssueTypeOf(project, parameters.RequiredNumber("issueTypeId")));
        Set("priorityId", () => issue.Priority = PriorityOf(call, parameters.RequiredNumber("priorityId")));
        Set("statusId", () => issue.Status = Find(project.Statuses, s => s.Id, parameters.RequiredNumber("statusId"), "statusId"));
        Set("resolutionId", () => issue.Resolution = parameters.Number("resolutionId") is { } id ? Find(call.Data.Resolutions, r => r.Id, id, "resolutionId") : null);
        Set("assigneeId", () => issue.Assignee = parameters.Number("assigneeId") is { } id ? Find(project.Members, u => u.Id, id, "assigneeId") : null);
        Set("startDate", () => issue.StartDate = parameters.Day("startDate"));
        Set("dueDate", () => issue.DueDate = parameters.Day("dueDate"));
        Set("estimatedHours", () => issue.EstimatedHours = parameters.Decimal("estimatedHours"));
        Set("actualHours", () => issue.ActualHours = parameters.Decimal("actualHours"));
        Set("categoryId[]", () => issue.Category = All(project.Categories, c => c.Id, "categoryId[]"));
        Set("versionId[]", () => issue.Versions = All(project.Versions, v => v.Id, "versionId[]"));
        Set("milestoneId[]", () => issue.Milestone = All(project.Versions, v => v.Id, "milestoneId[]"));
        Set("attachmentId[]", () => issue.Attachments = [.. issue.Attachments, .. Uploads.Take(call)]);
        Set("parentIssueId", () => Move(call, issue));
        WriteCustomFields(parameters, issue);
        issue.UpdatedUser = call.User;
        issue.Updated = call.Clock.Stamp;
        call.Data.IssueChanged(issue);

        void Set(string name, Action action)
        {
            if (parameters.Has(name))
            {
                action();
            }
        }

        T[] All<T>(List<T> known, Func<T, int> id, string name)
            where T : class => parameters.Numbers(name).Select(n => Find(known, id, n, name)).ToArray();
    }

    /// <summary>The fields as the change log names and shows them.</summary>
    public static Dictionary<string, string?> Describe(Issue issue) => new()
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
        ["attachment"] = string.Join(", ", issue.Attachments.Select(a => a.Name)),
        ["parentIssue"] = issue.Parent?.IssueKey,
    };

    private static string? Day(DateTime? day) => day?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    private static T Find<T>(IEnumerable<T> known, Func<T, int> idOf, int id, string name)
        where T : class => known.FirstOrDefault(k => idOf(k) == id) ?? throw Parameters.Wrong(name);

    private static void Move(ApiCall call, Issue issue)
    {
        var parent = call.Parameters.Number("parentIssueId") is { } id ? call.IssueOf(id.ToString(CultureInfo.InvariantCulture)) : null;
        if (parent is not null && (parent == issue || parent.Project != issue.Project || parent.Parent == issue))
        {
            throw Parameters.Wrong("parentIssueId");
        }

        // A new issue joins its parent's children when it is added; one that is there already moves now.
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

    private static void WriteCustomFields(Parameters parameters, Issue issue)
    {
        var values = issue.CustomFields.ToDictionary(v => v.Id);
        foreach (var field in issue.Project.CustomFields.Where(f => !f.UseIssueType || f.ApplicableIssueTypes.Contains(issue.IssueType.Id)))
        {
            if (!values.TryGetValue(field.Id, out var value))
            {
                value = values[field.Id] = new CustomFieldValue { Id = field.Id, FieldTypeId = field.TypeId, Name = field.Name, Value = field.TypeId is 6 or 7 ? Array.Empty<CustomFieldItem>() : null };
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"customField_{field.Id}");
            var many = name + "[]";
            if (parameters.Has(name) || parameters.Has(many))
            {
                value.Value = Read(parameters, field, parameters.Has(name) ? name : many);
            }

            if (parameters.Text(name + "_otherValue") is { } other)
            {
                value.OtherValue = other;
            }
        }

        issue.CustomFields = values.Values.OrderBy(v => v.Id).ToArray();
    }

    private static object? Read(Parameters parameters, CustomField field, string name)
    {
        switch (field.TypeId)
        {
            case 1 or 2:
                return parameters.Text(name) is { Length: > 0 } text ? text : null;
            case 3:
                return parameters.Decimal(name);
            case 4:
                return parameters.Day(name)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            default:
                var items = parameters.Numbers(name).Select(id => Find(field.Items ?? [], i => i.Id, id, name)).ToArray();
                return field.TypeId is 6 or 7 ? items : items.FirstOrDefault();
        }
    }
}
