using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class ProjectEndpoints
{
    private static readonly string[] Fields =
    [
        "name", "key", "chartEnabled", "useResolvedForChart", "subtaskingEnabled", "projectLeaderCanEditProjectLeader", "useWiki", "useFileSharing",
        "useWikiTreeView", "useSubversion", "useGit", "useOriginalImageSizeAtWiki", "textFormattingRule", "useDevAttributes",
    ];

    public static void Map(ApiRoutes routes)
    {
        const string project = "projects/{projectIdOrKey}";
        routes.Get("projects", List);
        routes.Get(project, call => ApiAnswer.Ok(call.Project()));
        routes.Get(project + "/image", call => ApiAnswer.File($"project_{call.Project().Id}.png", Icon.Png(0x2779ca), "image/png"), RateClass.Icon);
        routes.Get(project + "/users", Users);
        routes.Get(project + "/administrators", call => ApiAnswer.Ok(call.Project().Administrators));
        routes.Get(project + "/webhooks", Webhooks);
        routes.Get(project + "/webhooks/{webhookId}", Webhook);
        routes.Post("projects", Add, Fields);
        routes.Patch(project, Update, [.. Fields, "archived"]);
        routes.Delete(project, Delete);
        foreach (var part in (string[])["/users", "/administrators"])
        {
            routes.NotSimulated("POST", project + part);
            routes.NotSimulated("DELETE", project + part);
        }

        routes.NotSimulated("POST", project + "/webhooks");
        routes.NotSimulated("PATCH", project + "/webhooks/{webhookId}");
        routes.NotSimulated("DELETE", project + "/webhooks/{webhookId}");
    }

    private static ApiAnswer List(ApiCall call)
    {
        var all = call.Parameters.Flag("all") ?? false;
        if (all)
        {
            call.RequireAdmin();
        }

        // Without all=true even an administrator gets only the projects he takes part in.
        var archived = call.Parameters.Flag("archived");
        return ApiAnswer.Ok(call.Data.Projects
            .Where(p => all || p.Members.Contains(call.User))
            .Where(p => archived is null || p.Archived == archived));
    }

    private static ApiAnswer Users(ApiCall call)
    {
        var project = call.Project();
        var inTeams = call.Parameters.Flag("excludeGroupMembers") ?? false ? project.Teams.SelectMany(t => t.Members).ToHashSet() : [];
        return ApiAnswer.Ok(project.Members.Where(u => !inTeams.Contains(u)));
    }

    private static ApiAnswer Webhooks(ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        return ApiAnswer.Ok(project.Webhooks);
    }

    private static ApiAnswer Webhook(ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        var id = call.RouteId("webhookId", "webhook");
        return ApiAnswer.Ok(project.Webhooks.FirstOrDefault(w => w.Id == id) ?? throw ApiException.Missing("webhook"));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        call.RequireAdmin();
        var project = new Project
        {
            Id = call.Data.NextId("project"),
            Name = call.Parameters.RequiredText("name"),
            ProjectKey = call.Parameters.RequiredText("key"),
            DisplayOrder = call.Data.Projects.Count * 1000,
            Members = [call.User],
            Administrators = [call.User],
        };
        Write(call, project);
        Seed.AddDefaults(call.Data, project);
        call.Data.Projects.Add(project);
        return ApiAnswer.Created(project, call.WebUrl($"projects/{project.ProjectKey}"));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        Write(call, project);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(project);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var project = call.Project();
        call.RequireAdmin();
        call.Data.RemoveProject(project);
        return ApiAnswer.Ok(project);
    }

    private static void Write(ApiCall call, Project project)
    {
        var parameters = call.Parameters;
        if (parameters.Has("key"))
        {
            var key = parameters.RequiredText("key");
            if (!Regex.IsMatch(key, "^[A-Z0-9_]{1,25}$") || call.Data.Projects.Exists(p => p != project && p.ProjectKey == key))
            {
                throw Parameters.Wrong("key");
            }

            project.ProjectKey = key;
        }

        project.Name = parameters.Has("name") ? parameters.RequiredText("name") : project.Name;
        project.TextFormattingRule = parameters.Text("textFormattingRule") switch
        {
            null => project.TextFormattingRule,
            var rule and ("backlog" or "markdown") => rule,
            _ => throw Parameters.Wrong("textFormattingRule"),
        };
        project.ChartEnabled = parameters.Flag("chartEnabled") ?? project.ChartEnabled;
        project.UseResolvedForChart = parameters.Flag("useResolvedForChart") ?? project.UseResolvedForChart;
        project.SubtaskingEnabled = parameters.Flag("subtaskingEnabled") ?? project.SubtaskingEnabled;
        project.ProjectLeaderCanEditProjectLeader = parameters.Flag("projectLeaderCanEditProjectLeader") ?? project.ProjectLeaderCanEditProjectLeader;
        project.UseWiki = parameters.Flag("useWiki") ?? project.UseWiki;
        project.UseFileSharing = parameters.Flag("useFileSharing") ?? project.UseFileSharing;
        project.UseWikiTreeView = parameters.Flag("useWikiTreeView") ?? project.UseWikiTreeView;
        project.UseSubversion = parameters.Flag("useSubversion") ?? project.UseSubversion;
        project.UseGit = parameters.Flag("useGit") ?? project.UseGit;
        project.UseOriginalImageSizeAtWiki = parameters.Flag("useOriginalImageSizeAtWiki") ?? project.UseOriginalImageSizeAtWiki;
        project.UseDevAttributes = parameters.Flag("useDevAttributes") ?? project.UseDevAttributes;
        project.Archived = parameters.Flag("archived") ?? project.Archived;
    }
}
