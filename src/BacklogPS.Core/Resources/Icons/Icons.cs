using System.Globalization;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The paths of icons.</summary>
internal static class Icons
{
    /// <summary>The space's logo. https://developer.nulab.com/docs/backlog/api/2/get-space-logo/</summary>
    public static ApiPath OfSpace => ApiPath.Of("space", "image");

    /// <summary>A project's icon. https://developer.nulab.com/docs/backlog/api/2/get-project-icon/</summary>
    public static ApiPath OfProject(string project) => ApiPath.Of("projects", project, "image");

    /// <summary>A user's icon. https://developer.nulab.com/docs/backlog/api/2/get-user-icon/</summary>
    public static ApiPath OfUser(long id) => ApiPath.Of("users", id.ToString(CultureInfo.InvariantCulture), "icon");

    /// <summary>A team's icon. https://developer.nulab.com/docs/backlog/api/2/get-team-icon/</summary>
    public static ApiPath OfTeam(long id) => ApiPath.Of("teams", id.ToString(CultureInfo.InvariantCulture), "icon");
}
