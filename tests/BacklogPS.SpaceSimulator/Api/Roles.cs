using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>
/// Permissions to write, by the role in the space. Roles in a project are checked where the project is known.
/// </summary>
internal static class Roles
{
    /// <summary>Allows unrestricted members.</summary>
    public static ApiHandler Member(ApiHandler handler) => For(handler, user => user.RoleType is 1 or 2);

    /// <summary>Also allows users and guests who may only add issues.</summary>
    public static ApiHandler Reporter(ApiHandler handler) => For(handler, user => user.RoleType is 1 or 2 or 3 or 5);

    public static ApiHandler Admin(ApiHandler handler) => For(handler, user => user.IsAdmin);

    /// <summary>The project in the request's path, if the user is an administrator of it or of the space.</summary>
    public static Project AdministeredProject(this ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        return project;
    }

    private static ApiHandler For(ApiHandler handler, System.Func<User, bool> may) => call => may(call.User) ? handler(call) : throw ApiException.Forbidden();
}
