using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>Who may write what, by the role in the space. Roles in a project are looked at where the project is known.</summary>
internal static class Roles
{
    /// <summary>Any member who is not restricted.</summary>
    public static ApiHandler Member(ApiHandler handler) => For(handler, user => user.RoleType is 1 or 2);

    /// <summary>Also those who may only add issues, guests among them.</summary>
    public static ApiHandler Reporter(ApiHandler handler) => For(handler, user => user.RoleType is 1 or 2 or 3 or 5);

    public static ApiHandler Admin(ApiHandler handler) => For(handler, user => user.IsAdmin);

    /// <summary>The project of the address, for an administrator of it or of the space.</summary>
    public static Project AdministeredProject(this ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        return project;
    }

    private static ApiHandler For(ApiHandler handler, System.Func<User, bool> may) => call => may(call.User) ? handler(call) : throw ApiException.Forbidden();
}
