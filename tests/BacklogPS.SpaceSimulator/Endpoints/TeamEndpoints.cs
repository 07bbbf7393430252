using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class TeamEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("teams", List);
        routes.Get("teams/{teamId}", call => ApiAnswer.Ok(Team(call)));
        routes.Get("teams/{teamId}/icon", Picture, RateClass.Icon);
        routes.Get("projects/{projectIdOrKey}/teams", call => ApiAnswer.Ok(call.Project().Teams));
    }

    private static ApiAnswer List(ApiCall call)
    {
        var teams = call.Parameters.Ascending() ? call.Data.Teams.OrderBy(t => t.Id) : call.Data.Teams.OrderByDescending(t => t.Id);
        return ApiAnswer.Ok(teams.ByOffset(call.Parameters));
    }

    private static ApiAnswer Picture(ApiCall call)
    {
        var team = Team(call);
        return ApiAnswer.File($"team_{team.Id}.png", Icon.Png(0x814fbc), "image/png");
    }

    private static Team Team(ApiCall call)
    {
        var id = call.RouteId("teamId", "team");
        return call.Data.Teams.FirstOrDefault(t => t.Id == id) ?? throw ApiException.Missing("team");
    }
}
