using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for the members of a project.</summary>
internal static class ProjectMembers
{
    /// <summary>
    /// Lists who is a member of a project, in what role, and through which teams. Three lists provide all of this. The
    /// API's list of all members adds nothing, so it is requested only if a server does not return who is in a team.
    /// </summary>
    public static async Task<IReadOnlyList<ProjectMember>> ListAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        var direct = await Users.ListOfProjectAsync(http, project, excludeTeamMembers: true, cancel).ConfigureAwait(false);
        var teams = await Teams.ListOfProjectAsync(http, project, cancel).ConfigureAwait(false);
        var administrators = await Users.ListAdministratorsAsync(http, project, cancel).ConfigureAwait(false);
        var others = teams.Any(t => t.Members.Count == 0)
            ? await Users.ListOfProjectAsync(http, project, excludeTeamMembers: false, cancel).ConfigureAwait(false)
            : new List<User>();
        return direct.Concat(teams.SelectMany(t => t.Members)).Concat(others).Concat(administrators)
            .GroupBy(u => u.Id)
            .Select(user => new ProjectMember
            {
                Space = http.Address.Name,
                Project = project,
                User = user.First(),
                IsAdministrator = administrators.Any(a => a.Id == user.Key),
                IsDirect = direct.Any(d => d.Id == user.Key),
                Team = new BacklogList<Team>(teams.Where(t => t.Members.Any(m => m.Id == user.Key))),
            })
            .ToList();
    }

    /// <summary>Adds a user to a project. https://developer.nulab.com/docs/backlog/api/2/add-project-user/</summary>
    public static Task<User> AddUserAsync(BacklogHttp http, string project, long userId, CancellationToken cancel) =>
        http.AddAsync<User>(ApiPath.Of("projects", project, "users"), OfUser(userId), cancel);

    /// <summary>Removes a user from a project. https://developer.nulab.com/docs/backlog/api/2/delete-project-user/</summary>
    public static Task<User?> RemoveUserAsync(BacklogHttp http, string project, long userId, CancellationToken cancel) =>
        http.RemoveAsync<User>(ApiPath.Of("projects", project, "users"), cancel, OfUser(userId));

    /// <summary>Makes a member an administrator of the project. https://developer.nulab.com/docs/backlog/api/2/add-project-administrator/</summary>
    public static Task<User> AddAdministratorAsync(BacklogHttp http, string project, long userId, CancellationToken cancel) =>
        http.AddAsync<User>(ApiPath.Of("projects", project, "administrators"), OfUser(userId), cancel);

    /// <summary>
    /// Removes a project administrator, who stays a member.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-project-administrator/
    /// </summary>
    public static Task<User?> RemoveAdministratorAsync(BacklogHttp http, string project, long userId, CancellationToken cancel) =>
        http.RemoveAsync<User>(ApiPath.Of("projects", project, "administrators"), cancel, OfUser(userId));

    /// <summary>Adds a team to a project. https://developer.nulab.com/docs/backlog/api/2/add-project-team/</summary>
    public static Task<Team> AddTeamAsync(BacklogHttp http, string project, long teamId, CancellationToken cancel) =>
        http.AddAsync<Team>(ApiPath.Of("projects", project, "teams"), OfTeam(teamId), cancel);

    /// <summary>Removes a team from a project. https://developer.nulab.com/docs/backlog/api/2/delete-project-team/</summary>
    public static Task<Team?> RemoveTeamAsync(BacklogHttp http, string project, long teamId, CancellationToken cancel) =>
        http.RemoveAsync<Team>(ApiPath.Of("projects", project, "teams"), cancel, OfTeam(teamId));

    private static Fields OfUser(long id) => new Fields().Add("userId", new Field<long?>(id));

    private static Fields OfTeam(long id) => new Fields().Add("teamId", new Field<long?>(id));
}
