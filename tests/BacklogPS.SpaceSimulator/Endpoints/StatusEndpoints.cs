using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The statuses that a project has in addition to Backlog's own four.</summary>
internal static class StatusEndpoints
{
    private const int Standard = 4;
    private const int MostAdded = 8;

    private static readonly string[] Colors = ["#ea2c00", "#e87758", "#e07b9a", "#868cb7", "#3b9dbd", "#4caf93", "#b0be3c", "#eda62a", "#f42858", "#393939"];

    public static void Map(ApiRoutes routes)
    {
        const string statuses = "projects/{projectIdOrKey}/statuses";
        routes.Post(statuses, Roles.Admin(Add), "name", "color");
        routes.Patch(statuses + "/updateDisplayOrder", Roles.Admin(Order), "statusId[]");
        routes.Patch(statuses + "/{id}", Roles.Admin(Update), "name", "color");
        routes.Delete(statuses + "/{id}", Roles.Admin(Delete), "substituteStatusId");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var project = call.Project();
        var name = Name(call, project, null);
        var color = Color(call.Parameters);
        if (project.Statuses.Count(s => s.Id > Standard) >= MostAdded)
        {
            throw ApiException.TooMany("Too many statuses.");
        }

        var added = new Status { Id = call.Data.NextId("status"), ProjectId = project.Id, Name = name, Color = color, DisplayOrder = 3999 };
        project.Statuses.Insert(project.Statuses.Count - 1, added);
        return ApiAnswer.Ok(added);
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var project = call.Project();
        var status = Added(call, project);
        var changes = new Changes(call.Parameters);
        changes.Set("name", () => Name(call, project, status), name => status.Name = name);
        changes.Set("color", () => Color(call.Parameters), color => status.Color = color);
        changes.Apply();
        call.Data.IssueChanged();
        return ApiAnswer.Ok(status);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var project = call.Project();
        var status = Added(call, project);
        var id = call.Parameters.RequiredNumber("substituteStatusId");
        var substitute = project.Statuses.Find(s => s.Id == id && s != status) ?? throw Parameters.Wrong("substituteStatusId");
        foreach (var issue in project.Issues.Where(i => i.Status == status))
        {
            issue.Status = substitute;
        }

        project.Statuses.Remove(status);
        call.Data.IssueChanged();
        ActivityFeed.Add(call, project, 34, new { id = status.Id, name = status.Name });
        return ApiAnswer.Ok(status);
    }

    private static ApiAnswer Order(ApiCall call)
    {
        var project = call.Project();
        var ordered = call.Parameters.Numbers("statusId[]").Select(id => project.Statuses.Find(s => s.Id == id) ?? throw Parameters.Wrong("statusId[]")).ToList();
        var all = ordered.Count == project.Statuses.Count && ordered.Distinct().Count() == ordered.Count;
        if (!all || ordered[0].Id != 1 || ordered[^1].Id != 4 || ordered.FindIndex(s => s.Id == 2) > ordered.FindIndex(s => s.Id == 3))
        {
            throw Parameters.Wrong("statusId[]");
        }

        project.Statuses.Clear();
        project.Statuses.AddRange(ordered);
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].DisplayOrder = (i + 1) * 1000;
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(ordered);
    }

    /// <summary>The status in the request's path. Backlog's own four cannot be changed.</summary>
    private static Status Added(ApiCall call, Project project)
    {
        var id = call.RouteId("id", "status");
        var status = project.Statuses.Find(s => s.Id == id) ?? throw ApiException.Missing("status");
        return status.Id > Standard ? status : throw ApiException.Invalid("A standard status cannot be changed.");
    }

    private static string Name(ApiCall call, Project project, Status? own)
    {
        var name = call.Parameters.RequiredText("name");
        return project.Statuses.Exists(s => s != own && s.Name == name) ? throw ApiException.Taken(name) : name;
    }

    private static string Color(Parameters parameters) =>
        parameters.RequiredText("color") is var color && Colors.Contains(color) ? color : throw Parameters.Wrong("color");
}
