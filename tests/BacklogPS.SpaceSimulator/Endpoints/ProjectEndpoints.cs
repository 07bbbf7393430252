using System.Linq;
using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class ProjectEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("projects", List);
        routes.Get("projects/{projectIdOrKey}", call => ApiAnswer.Ok(call.Project()));
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
}
