using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The members of a project. Adding a user who is already a member changes nothing.</summary>
internal static class MemberEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        const string project = "projects/{projectIdOrKey}";
        routes.Post(project + "/users", AddUser, "userId");
        routes.Delete(project + "/users", RemoveUser, "userId");
        routes.Post(project + "/administrators", Roles.Admin(AddAdministrator), "userId");
        routes.Delete(project + "/administrators", Roles.Admin(RemoveAdministrator), "userId");
        routes.Post(project + "/teams", AddTeam, "teamId");
        routes.Delete(project + "/teams", RemoveTeam, "teamId");
    }

    private static ApiAnswer AddUser(ApiCall call)
    {
        var project = call.AdministeredProject();
        var user = User(call);
        if (!project.Members.Contains(user))
        {
            project.Members.Add(user);
            ActivityFeed.Add(call, project, 15, Content(user));
        }

        return ApiAnswer.Ok(user);
    }

    private static ApiAnswer RemoveUser(ApiCall call)
    {
        var project = call.AdministeredProject();
        var user = User(call);
        if (!project.Members.Remove(user))
        {
            throw ApiException.Missing("user");
        }

        project.Administrators.Remove(user);
        ActivityFeed.Add(call, project, 16, Content(user));
        return ApiAnswer.Ok(user);
    }

    private static ApiAnswer AddAdministrator(ApiCall call)
    {
        var project = call.Project();
        var user = User(call);
        if (!project.Members.Contains(user))
        {
            throw ApiException.Invalid("The user does not take part in the project.");
        }

        if (!project.Administrators.Contains(user))
        {
            project.Administrators.Add(user);
        }

        return ApiAnswer.Ok(user);
    }

    private static ApiAnswer RemoveAdministrator(ApiCall call)
    {
        var project = call.Project();
        var user = User(call);
        return project.Administrators.Remove(user) ? ApiAnswer.Ok(user) : throw ApiException.Missing("user");
    }

    private static ApiAnswer AddTeam(ApiCall call)
    {
        var project = call.AdministeredProject();
        var team = Team(call);
        if (!project.Teams.Contains(team))
        {
            project.Teams.Add(team);
            project.JoinedWith[team] = team.Members.Except(project.Members).ToArray();
            project.Members.AddRange(project.JoinedWith[team]);
            ActivityFeed.Add(call, project, 25, Content(team));
        }

        return ApiAnswer.Ok(team);
    }

    private static ApiAnswer RemoveTeam(ApiCall call)
    {
        var project = call.AdministeredProject();
        var team = Team(call);
        if (!project.Teams.Remove(team))
        {
            throw ApiException.Missing("team");
        }

        // Members who joined with the team leave with it.
        if (project.JoinedWith.Remove(team, out var joined))
        {
            project.Members.RemoveAll(joined.Contains);
        }

        ActivityFeed.Add(call, project, 26, Content(team));
        return ApiAnswer.Ok(team);
    }

    private static User User(ApiCall call) => call.UserOf(call.Parameters.RequiredNumber("userId"));

    private static Team Team(ApiCall call)
    {
        var id = call.Parameters.RequiredNumber("teamId");
        return call.Data.Teams.Find(t => t.Id == id) ?? throw ApiException.Missing("team");
    }

    private static object Content(User user) => new { users = new[] { new { id = user.Id, name = user.Name, userId = user.UserId } }, comment = "" };

    private static object Content(Team team) => new { parties = new[] { new { id = team.Id, name = team.Name } } };
}
