using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for users.</summary>
internal static class Users
{
    /// <summary>
    /// The user that the credential belongs to. https://developer.nulab.com/docs/backlog/api/2/get-own-user/
    /// </summary>
    public static Task<User> GetMyselfAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<User>(ApiPath.Of("users", "myself"), null, cancel);

    /// <summary>One user by id. https://developer.nulab.com/docs/backlog/api/2/get-user/</summary>
    public static Task<User> GetAsync(BacklogHttp http, string id, CancellationToken cancel) =>
        http.GetAsync<User>(ApiPath.Of("users", id), null, cancel);

    /// <summary>
    /// Every user of the space. Only for administrators of the space or of a project.
    /// https://developer.nulab.com/docs/backlog/api/2/get-user-list/
    /// </summary>
    public static Task<IReadOnlyList<User>> ListAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetListAsync<User>(ApiPath.Of("users"), null, cancel);

    /// <summary>
    /// The members of a project. With <paramref name="excludeTeamMembers"/>, without those who are members only through
    /// a team. https://developer.nulab.com/docs/backlog/api/2/get-project-user-list/
    /// </summary>
    public static async Task<IReadOnlyList<User>> ListOfProjectAsync(
        BacklogHttp http, string project, bool excludeTeamMembers, CancellationToken cancel)
    {
        // Teams used to be called groups, and the parameter still is.
        var query = new Query().Add("excludeGroupMembers", excludeTeamMembers ? true : (bool?)null);
        var users = await http.GetListAsync<User>(ApiPath.Of("projects", project, "users"), query, cancel).ConfigureAwait(false);
        if (!excludeTeamMembers)
        {
            http.Lookups.Keep(LookUpNameOf(project), users);
        }

        return users;
    }

    /// <summary>The administrators of a project. https://developer.nulab.com/docs/backlog/api/2/get-list-of-project-administrators/</summary>
    public static Task<IReadOnlyList<User>> ListAdministratorsAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<User>(ApiPath.Of("projects", project, "administrators"), null, cancel);

    /// <summary>The user that the credential belongs to, cached. This is what <c>@me</c> means.</summary>
    public static Task<User> LookUpMyselfAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync("myself", () => GetMyselfAsync(http, cancel));

    /// <summary>The members of a project for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<User>> LookUpOfProjectAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpNameOf(project), () => ListOfProjectAsync(http, project, excludeTeamMembers: false, cancel));

    /// <summary>
    /// The users for name look-ups, cached: all users of the space if the user may list them, or else the members of
    /// the user's projects.
    /// </summary>
    public static Task<IReadOnlyList<User>> LookUpAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync("users", async () =>
        {
            try
            {
                return await ListAsync(http, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.AccessDenied)
            {
                return await ListOfAllProjectsAsync(http, cancel).ConfigureAwait(false);
            }
        });

    private static async Task<IReadOnlyList<User>> ListOfAllProjectsAsync(BacklogHttp http, CancellationToken cancel)
    {
        var found = new Dictionary<long, User>();
        foreach (var project in await Projects.LookUpAsync(http, cancel).ConfigureAwait(false))
        {
            foreach (var user in await LookUpOfProjectAsync(http, project.ProjectKey, cancel).ConfigureAwait(false))
            {
                found[user.Id] = user;
            }
        }

        return found.Values.ToList();
    }

    /// <summary>Adds a user. Only on classic plans. https://developer.nulab.com/docs/backlog/api/2/add-user/</summary>
    public static Task<User> AddAsync(BacklogHttp http, Fields fields, CancellationToken cancel) => http.AddAsync<User>(ApiPath.Of("users"), fields, cancel);

    /// <summary>Changes a user. Only on classic plans. https://developer.nulab.com/docs/backlog/api/2/update-user/</summary>
    public static Task<User> UpdateAsync(BacklogHttp http, long id, Fields fields, CancellationToken cancel) =>
        http.ChangeAsync<User>(ApiPath.Of("users", id), fields, cancel);

    /// <summary>
    /// Removes a user from the space. Only on classic plans.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-user/
    /// </summary>
    public static Task<User?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) => http.RemoveAsync<User>(ApiPath.Of("users", id), cancel);

    /// <summary>The fields of a write to a user, in the API's order.</summary>
    public static Fields FieldsOf(Field<string?> userId, Field<string?> password, Field<string?> name, Field<string?> mailAddress, Field<RoleType?> role) => new Fields()
        .Add("userId", userId)
        .Add("password", password)
        .Add("name", name)
        .Add("mailAddress", mailAddress)
        .Add("roleType", role.IsGiven ? new Field<long?>((long?)role.Value) : default);

    private static string LookUpNameOf(string project) => "users of " + project;
}
