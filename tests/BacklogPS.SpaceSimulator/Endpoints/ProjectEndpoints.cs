using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class ProjectEndpoints
{
    private static readonly string[] Fields =
    [
        "name", "key", "chartEnabled", "useResolvedForChart", "subtaskingEnabled", "grandchildIssueEnabled", "projectLeaderCanEditProjectLeader", "useWiki",
        "useDocument", "useFileSharing", "useWikiTreeView", "useSubversion", "useGit", "useOriginalImageSizeAtWiki", "textFormattingRule", "useDevAttributes",
    ];

    public static void Map(ApiRoutes routes)
    {
        const string project = "projects/{projectIdOrKey}";
        routes.Get("projects", List);
        routes.Get(project, call => ApiAnswer.Ok(call.Project()));
        routes.Get(project + "/image", call => ApiAnswer.File($"project_{call.Project().Id}.png", Icon.Png(0x2779ca), "image/png"), RateClass.Icon);
        routes.Get(project + "/users", Users);
        routes.Get(project + "/administrators", call => ApiAnswer.Ok(call.Project().Administrators));
        routes.Post("projects", Roles.Admin(Add), Fields);
        routes.Patch(project, Update, [.. Fields, "archived"]);
        routes.Delete(project, Roles.Admin(Delete));
    }

    private static ApiAnswer List(ApiCall call)
    {
        var all = call.Parameters.Flag("all") ?? false;
        if (all)
        {
            call.RequireAdmin();
        }

        // Without all=true even an administrator gets only the projects of which they are a member.
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

    private static ApiAnswer Add(ApiCall call)
    {
        var limit = call.Data.Licence.ProjectLimit;
        if (limit > 0 && call.Data.Projects.Count >= limit)
        {
            throw ApiException.TooMany("Project limit.");
        }

        var project = new Project
        {
            Id = call.Data.NextId("project"),
            Name = call.Parameters.RequiredText("name"),
            ProjectKey = call.Parameters.RequiredText("key"),
            DisplayOrder = int.MaxValue - 1,
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
        var project = call.AdministeredProject();
        Write(call, project);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(project);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var project = call.Project();
        call.Data.RemoveProject(project);
        return ApiAnswer.Ok(project);
    }

    private static void Write(ApiCall call, Project project)
    {
        var parameters = call.Parameters;
        var changes = new Changes(parameters);
        changes.Set("key", () => Key(call, project), key => project.ProjectKey = key);
        changes.SetText("name", name => project.Name = name);
        changes.Set(
            "textFormattingRule",
            () => parameters.Text("textFormattingRule") is { } rule and ("backlog" or "markdown") ? rule : throw Parameters.Wrong("textFormattingRule"),
            rule => project.TextFormattingRule = rule);
        changes.SetFlag("chartEnabled", on => project.ChartEnabled = on);
        changes.SetFlag("useResolvedForChart", on => project.UseResolvedForChart = on);
        changes.SetFlag("projectLeaderCanEditProjectLeader", on => project.ProjectLeaderCanEditProjectLeader = on);
        changes.SetFlag("useWiki", on => project.UseWiki = on);
        changes.SetFlag("useDocument", on => project.UseDocument = on);
        changes.SetFlag("useFileSharing", on => project.UseFileSharing = on);
        changes.SetFlag("useWikiTreeView", on => project.UseWikiTreeView = on);
        changes.SetFlag("useSubversion", on => project.UseSubversion = on);
        changes.SetFlag("useGit", on => project.UseGit = on);
        changes.SetFlag("useOriginalImageSizeAtWiki", on => project.UseOriginalImageSizeAtWiki = on);
        changes.SetFlag("useDevAttributes", on => project.UseDevAttributes = on);
        changes.SetFlag("archived", on => project.Archived = on);

        // Grandchildren require children, so disabling children disables grandchildren too.
        changes.SetFlag("subtaskingEnabled", on => (project.SubtaskingEnabled, project.GrandchildIssueEnabled) = (on, on && project.GrandchildIssueEnabled));
        changes.SetFlag("grandchildIssueEnabled", on => project.GrandchildIssueEnabled = on);
        if (parameters.Flag("grandchildIssueEnabled") == true && !(parameters.Flag("subtaskingEnabled") ?? project.SubtaskingEnabled))
        {
            throw Parameters.Wrong("grandchildIssueEnabled");
        }

        changes.Apply();
    }

    private static string Key(ApiCall call, Project project)
    {
        var key = call.Parameters.RequiredText("key");
        return !Regex.IsMatch(key, "^[A-Z0-9_]{1,25}$") ? throw Parameters.Wrong("key")
            : call.Data.Projects.Exists(p => p != project && p.ProjectKey == key) ? throw ApiException.Taken(key)
            : key;
    }
}
