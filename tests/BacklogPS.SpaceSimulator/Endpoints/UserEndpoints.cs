using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class UserEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("users", List);
        routes.Get("users/myself", call => ApiAnswer.Ok(call.User));
        routes.Get("users/{userId}", call => ApiAnswer.Ok(call.UserOf(call.RouteId("userId", "user"))));
    }

    private static ApiAnswer List(ApiCall call)
    {
        call.RequireAdmin();
        return ApiAnswer.Ok(call.Data.Users);
    }
}
