using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>What a project's issues choose from: statuses, issue types, categories, versions, custom fields.</summary>
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

        routes.Post(project + "/issueTypes", AddIssueType, "name", "color", "templateSummary", "templateDescription");
        routes.Patch(project + "/issueTypes/{id}", UpdateIssueType, "name", "color", "templateSummary", "templateDescription");
        routes.Delete(project + "/issueTypes/{id}", DeleteIssueType, "substituteIssueTypeId");
        routes.Post(project + "/categories", AddCategory, "name");
        routes.Patch(project + "/categories/{id}", UpdateCategory, "name");
        routes.Delete(project + "/categories/{id}", DeleteCategory);
        routes.Post(project + "/versions", AddVersion, "name", "description", "startDate", "releaseDueDate");
        routes.Patch(project + "/versions/{id}", UpdateVersion, "name", "description", "startDate", "releaseDueDate", "archived");
        routes.Delete(project + "/versions/{id}", DeleteVersion);

        routes.NotSimulated("POST", project + "/statuses");
        routes.NotSimulated("PATCH", project + "/statuses/updateDisplayOrder");
        routes.NotSimulated("PATCH", project + "/statuses/{id}");
        routes.NotSimulated("DELETE", project + "/statuses/{id}");
        routes.NotSimulated("POST", project + "/customFields");
        routes.NotSimulated("PATCH", project + "/customFields/{id}");
        routes.NotSimulated("DELETE", project + "/customFields/{id}");
        routes.NotSimulated("POST", project + "/customFields/{id}/items");
        routes.NotSimulated("PATCH", project + "/customFields/{id}/items/{itemId}");
        routes.NotSimulated("DELETE", project + "/customFields/{id}/items/{itemId}");
    }

    private static T Find<T>(ApiCall call, List<T> known, Func<T, int> idOf, string what)
        where T : class
    {
        var id = call.RouteId("id", what);
        return known.Find(k => idOf(k) == id) ?? throw ApiException.Missing(what);
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
            Name = call.Parameters.RequiredText("name"),
            Color = Color(call.Parameters),
            DisplayOrder = project.IssueTypes.Count,
            TemplateSummary = call.Parameters.Text("templateSummary"),
            TemplateDescription = call.Parameters.Text("templateDescription"),
        };
        project.IssueTypes.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateIssueType(ApiCall call)
    {
        var parameters = call.Parameters;
        var type = Find(call, call.Project().IssueTypes, t => t.Id, "issueType");
        type.Name = parameters.Has("name") ? parameters.RequiredText("name") : type.Name;
        type.Color = parameters.Has("color") ? Color(parameters) : type.Color;
        type.TemplateSummary = parameters.Text("templateSummary") ?? type.TemplateSummary;
        type.TemplateDescription = parameters.Text("templateDescription") ?? type.TemplateDescription;
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

        project.IssueTypes.Remove(type);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(type);
    }

    private static ApiAnswer AddCategory(ApiCall call)
    {
        var project = call.Project();
        var added = new Category { Id = call.Data.NextId("category"), ProjectId = project.Id, Name = call.Parameters.RequiredText("name"), DisplayOrder = project.Categories.Count };
        project.Categories.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateCategory(ApiCall call)
    {
        var category = Find(call, call.Project().Categories, c => c.Id, "category");
        category.Name = call.Parameters.Has("name") ? call.Parameters.RequiredText("name") : category.Name;
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
        var added = new Milestone { Id = call.Data.NextId("version"), ProjectId = project.Id, Name = call.Parameters.RequiredText("name"), DisplayOrder = project.Versions.Count };
        WriteVersion(call.Parameters, added);
        project.Versions.Add(added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer UpdateVersion(ApiCall call)
    {
        var version = Find(call, call.Project().Versions, v => v.Id, "version");

        // Unlike the other settings, a version has to be sent its name even when that stays.
        version.Name = call.Parameters.RequiredText("name");
        WriteVersion(call.Parameters, version);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(version);
    }

    private static void WriteVersion(Parameters parameters, Milestone version)
    {
        version.Description = parameters.Text("description") ?? version.Description;
        version.StartDate = parameters.Has("startDate") ? parameters.Day("startDate") : version.StartDate;
        version.ReleaseDueDate = parameters.Has("releaseDueDate") ? parameters.Day("releaseDueDate") : version.ReleaseDueDate;
        version.Archived = parameters.Flag("archived") ?? version.Archived;
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
