using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The lists of values for issues: statuses, issue types, categories, versions, custom fields.</summary>
internal static class ProjectSettingsEndpoints
{
    private static readonly string[] Colors = ["#e30000", "#990000", "#934981", "#814fbc", "#2779ca", "#007e9a", "#7ea800", "#ff9200", "#ff3265", "#666665"];

    public static void Map(ApiRoutes routes)
    {
        const string project = "projects/{projectIdOrKey}";
        routes.Get(project + "/statuses", call => ApiAnswer.Ok(call.Project().Statuses));
        routes.Get(project + "/issueTypes", call => ApiAnswer.Ok(call.Project().IssueTypes));
        routes.Get(project + "/categories", call => ApiAnswer.Ok(call.Project().Categories));
        routes.Get(project + "/versions", call => ApiAnswer.Ok(call.Project().Versions));
        routes.Get(project + "/customFields", call => ApiAnswer.Ok(call.Project().CustomFields));

        routes.Post(project + "/issueTypes", Roles.Member(AddIssueType), "name", "color", "templateSummary", "templateDescription");
        routes.Patch(project + "/issueTypes/{id}", Roles.Member(UpdateIssueType), "name", "color", "templateSummary", "templateDescription");
        routes.Delete(project + "/issueTypes/{id}", Roles.Member(DeleteIssueType), "substituteIssueTypeId");
        routes.Post(project + "/categories", Roles.Member(AddCategory), "name");
        routes.Patch(project + "/categories/{id}", Roles.Member(UpdateCategory), "name");
        routes.Delete(project + "/categories/{id}", Roles.Member(DeleteCategory));
        routes.Post(project + "/versions", Roles.Member(AddVersion), "name", "description", "startDate", "releaseDueDate");
        routes.Patch(project + "/versions/{id}", Roles.Member(UpdateVersion), "name", "description", "startDate", "releaseDueDate", "archived");
        routes.Delete(project + "/versions/{id}", Roles.Member(DeleteVersion));

    }

    private static T Find<T>(ApiCall call, List<T> known, Func<T, int> idOf, string what)
        where T : class
    {
        var id = call.RouteId("id", what);
        return known.Find(k => idOf(k) == id) ?? throw ApiException.Missing(what);
    }

    /// <summary>A name that no other object of its kind has.</summary>
    private static string Name<T>(ApiCall call, List<T> known, Func<T, string> nameOf, T? own = null)
        where T : class
    {
        var name = call.Parameters.RequiredText("name");
        return known.Exists(k => k != own && nameOf(k) == name) ? throw ApiException.Taken(name) : name;
    }

    private static string Color(Parameters parameters) =>
        parameters.RequiredText("color") is var color && Colors.Contains(color) ? color : throw Parameters.Wrong("color");

    private static ApiAnswer AddIssueType(ApiCall call)
    {
        var project = call.Project();
        var added = new IssueType
        {
            Id = call.Data.NextId("issueType"),
            ProjectId = project.Id,
            Name = Name(call, project.IssueTypes, t => t.Name),
            Color = Color(call.Parameters),
            DisplayOrder = SpaceData.OrderOfNew,
            TemplateSummary = call.Parameters.Text("templateSummary"),
            TemplateDescription = call.Parameters.Text("templateDescription"),
        };
        project.IssueTypes.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateIssueType(ApiCall call)
    {
        var project = call.Project();
        var parameters = call.Parameters;
        var type = Find(call, project.IssueTypes, t => t.Id, "issueType");
        var changes = new Changes(parameters);
        changes.Set("name", () => Name(call, project.IssueTypes, t => t.Name, type), name => type.Name = name);
        changes.Set("color", () => Color(parameters), color => type.Color = color);
        changes.Set("templateSummary", () => parameters.Text("templateSummary"), text => type.TemplateSummary = text);
        changes.Set("templateDescription", () => parameters.Text("templateDescription"), text => type.TemplateDescription = text);
        changes.Apply();
        call.Data.IssueChanged();
        return ApiAnswer.Ok(type);
    }

    private static ApiAnswer DeleteIssueType(ApiCall call)
    {
        var project = call.Project();
        var type = Find(call, project.IssueTypes, t => t.Id, "issueType");
        var substitute = IssueWriter.IssueTypeOf(project, call.Parameters.RequiredNumber("substituteIssueTypeId"));
        if (substitute == type)
        {
            throw Parameters.Wrong("substituteIssueTypeId");
        }

        foreach (var issue in project.Issues.Where(i => i.IssueType == type))
        {
            issue.IssueType = substitute;
        }

        foreach (var field in project.CustomFields)
        {
            field.ApplicableIssueTypes = field.ApplicableIssueTypes.Where(id => id != type.Id).ToArray();
        }

        project.IssueTypes.Remove(type);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(type);
    }

    private static ApiAnswer AddCategory(ApiCall call)
    {
        var project = call.Project();
        var added = new Category { Id = call.Data.NextId("category"), ProjectId = project.Id, Name = Name(call, project.Categories, c => c.Name), DisplayOrder = SpaceData.OrderOfNew };
        project.Categories.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateCategory(ApiCall call)
    {
        var project = call.Project();
        var category = Find(call, project.Categories, c => c.Id, "category");
        category.Name = call.Parameters.Has("name") ? Name(call, project.Categories, c => c.Name, category) : category.Name;
        call.Data.IssueChanged();
        return ApiAnswer.Ok(category);
    }

    private static ApiAnswer DeleteCategory(ApiCall call)
    {
        var project = call.Project();
        var category = Find(call, project.Categories, c => c.Id, "category");
        project.Categories.Remove(category);
        foreach (var issue in project.Issues)
        {
            issue.Category = issue.Category.Where(c => c != category).ToArray();
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(category);
    }

    private static ApiAnswer AddVersion(ApiCall call)
    {
        var project = call.Project();
        var added = new Milestone { Id = call.Data.NextId("version"), ProjectId = project.Id, Name = Name(call, project.Versions, v => v.Name), DisplayOrder = SpaceData.OrderOfNew };
        WriteVersion(call.Parameters, added);
        project.Versions.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateVersion(ApiCall call)
    {
        var project = call.Project();
        var version = Find(call, project.Versions, v => v.Id, "version");

        var name = call.Parameters.Has("name") ? Name(call, project.Versions, v => v.Name, version) : version.Name;
        WriteVersion(call.Parameters, version);
        version.Name = name;
        call.Data.IssueChanged();
        return ApiAnswer.Ok(version);
    }

    private static void WriteVersion(Parameters parameters, Milestone version)
    {
        var changes = new Changes(parameters);
        changes.Set("description", () => parameters.Text("description"), text => version.Description = text);
        changes.Set("startDate", () => parameters.Day("startDate"), day => version.StartDate = day);
        changes.Set("releaseDueDate", () => parameters.Day("releaseDueDate"), day => version.ReleaseDueDate = day);
        changes.SetFlag("archived", archived => version.Archived = archived);
        changes.Apply();
    }

    private static ApiAnswer DeleteVersion(ApiCall call)
    {
        var project = call.Project();
        var version = Find(call, project.Versions, v => v.Id, "version");
        project.Versions.Remove(version);
        foreach (var issue in project.Issues)
        {
            issue.Versions = issue.Versions.Where(v => v != version).ToArray();
            issue.Milestone = issue.Milestone.Where(v => v != version).ToArray();
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(version);
    }
}
