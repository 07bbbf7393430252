using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The users and teams of the space. Clients can change them only on classic plans.</summary>
internal static class AccountEndpoints
{
    private const int ShortestPassword = 8;

    public static void Map(ApiRoutes routes)
    {
        string[] user = ["password", "name", "mailAddress", "roleType"];
        routes.Post("users", Classic(AddUser), [.. user, "userId"]);
        routes.Patch("users/{userId}", Classic(UpdateUser), user);
        routes.Delete("users/{userId}", Classic(DeleteUser));
        routes.Post("teams", Classic(AddTeam), "name", "members[]");
        routes.Patch("teams/{teamId}", Classic(UpdateTeam), "name", "members[]");
        routes.Delete("teams/{teamId}", Classic(DeleteTeam));
    }

    private static ApiHandler Classic(ApiHandler handler)
    {
        var admin = Roles.Admin(handler);
        return call => call.Data.Licence.Classic ? admin(call) : throw ApiException.NotInPlan("Users and teams of this space are managed elsewhere.");
    }

    private static User UserOfAddress(ApiCall call) => call.UserOf(call.RouteId("userId", "user"));

    private static ApiAnswer AddUser(ApiCall call)
    {
        var parameters = call.Parameters;
        var userId = parameters.RequiredText("userId");
        parameters.RequiredText("password");
        parameters.RequiredText("mailAddress");
        parameters.RequiredText("roleType");
        if (call.Data.Users.Exists(u => u.UserId == userId))
        {
            throw ApiException.Taken(userId);
        }

        var user = new User { Id = call.Data.NextId("user"), UserId = userId, Name = parameters.RequiredText("name"), Lang = call.Data.Language };
        Write(call, user);
        call.Data.Users.Add(user);
        return ApiAnswer.Created(user, call.WebUrl($"user/{user.Id}"));
    }

    private static ApiAnswer UpdateUser(ApiCall call)
    {
        var user = UserOfAddress(call);
        Write(call, user);
        call.Data.IssueChanged();
        return ApiAnswer.Ok(user);
    }

    private static ApiAnswer DeleteUser(ApiCall call)
    {
        var user = UserOfAddress(call);
        if (user == call.User)
        {
            throw ApiException.Invalid("Nobody can delete themselves.");
        }

        call.Data.Users.Remove(user);
        call.Data.Projects.ForEach(p => p.Members.Remove(user));
        call.Data.Projects.ForEach(p => p.Administrators.Remove(user));
        call.Data.Teams.ForEach(t => t.Members.Remove(user));
        return ApiAnswer.Ok(user);
    }

    private static void Write(ApiCall call, User user)
    {
        var parameters = call.Parameters;
        var changes = new Changes(parameters);
        changes.Set("password", () => parameters.RequiredText("password").Length >= ShortestPassword ? true : throw Parameters.Wrong("password"), _ => { });
        changes.SetText("name", name => user.Name = name);
        changes.Set("mailAddress", () => MailAddress(call, user), address => user.MailAddress = address);
        changes.Set("roleType", () => parameters.RequiredNumber("roleType") is var role and >= 1 and <= 6 ? (int)role : throw Parameters.Wrong("roleType"), role => user.RoleType = role);
        changes.Apply();
    }

    private static string MailAddress(ApiCall call, User user)
    {
        var address = call.Parameters.RequiredText("mailAddress");
        return !address.Contains('@') ? throw Parameters.Wrong("mailAddress")
            : call.Data.Users.Exists(u => u != user && u.MailAddress == address) ? throw ApiException.Taken(address)
            : address;
    }

    private static Team TeamOfAddress(ApiCall call)
    {
        var id = call.RouteId("teamId", "team");
        return call.Data.Teams.Find(t => t.Id == id) ?? throw ApiException.Missing("team");
    }

    private static ApiAnswer AddTeam(ApiCall call)
    {
        var team = new Team
        {
            Id = call.Data.NextId("team"),
            Name = call.Parameters.RequiredText("name"),
            DisplayOrder = 2_147_483_646,
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            UpdatedUser = call.User,
            Updated = call.Clock.Stamp,
        };
        Write(call, team);
        call.Data.Teams.Add(team);
        return ApiAnswer.Ok(team);
    }

    private static ApiAnswer UpdateTeam(ApiCall call)
    {
        var team = TeamOfAddress(call);
        Write(call, team);
        (team.UpdatedUser, team.Updated) = (call.User, call.Clock.Stamp);
        return ApiAnswer.Ok(team);
    }

    private static ApiAnswer DeleteTeam(ApiCall call)
    {
        var team = TeamOfAddress(call);
        call.Data.Teams.Remove(team);
        call.Data.Projects.ForEach(p => p.Teams.Remove(team));
        return ApiAnswer.Ok(team);
    }

    private static void Write(ApiCall call, Team team)
    {
        var changes = new Changes(call.Parameters);
        changes.SetText("name", name => team.Name = name);
        changes.Set("members[]", () => call.Parameters.Numbers("members[]").Select(call.UserOf).Distinct().ToList(), members =>
        {
            team.Members.Clear();
            team.Members.AddRange(members);
        });
        changes.Apply();
    }
}
