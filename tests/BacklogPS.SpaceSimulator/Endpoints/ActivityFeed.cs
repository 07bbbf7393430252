using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class ActivityFeed
{
    private static readonly string[] Accepts = ["activityTypeId[]", "minId", "maxId", "count", "order"];

    public static void Map(ApiRoutes routes)
    {
        routes.StrictGet("space/activities", call => List(call, Visible(call)), Accepts);
        routes.StrictGet("projects/{projectIdOrKey}/activities", OfProject, Accepts);
        routes.StrictGet("users/{userId}/activities", OfUser, Accepts);
        routes.Get("activities/{activityId}", One);
    }

    public static void Add(ApiCall call, Project project, int type, object content) => call.Data.Activities.Add(new Activity
    {
        Id = call.Data.NextId("activity"),
        Project = project,
        Type = type,
        Content = content,
        CreatedUser = call.User,
        Created = call.Clock.Stamp,
    });

    private static IEnumerable<Activity> Visible(ApiCall call) => call.Data.Activities.Where(a => a.Project is null || call.Sees(a.Project));

    private static ApiAnswer OfProject(ApiCall call)
    {
        var project = call.Project();
        return List(call, call.Data.Activities.Where(a => a.Project == project));
    }

    private static ApiAnswer OfUser(ApiCall call)
    {
        var user = call.UserOf(call.RouteId("userId", "user"));
        return List(call, Visible(call).Where(a => a.CreatedUser == user));
    }

    private static ApiAnswer List(ApiCall call, IEnumerable<Activity> activities)
    {
        var types = call.Parameters.Numbers("activityTypeId[]");
        return ApiAnswer.Ok(activities.Where(a => types.Count == 0 || types.Contains(a.Type)).ById(call.Parameters, a => a.Id));
    }

    private static ApiAnswer One(ApiCall call)
    {
        var id = call.RouteId("activityId", "activity");
        var activity = Visible(call).FirstOrDefault(a => a.Id == id) ?? throw ApiException.Missing("activity");
        return ApiAnswer.Ok(new { activity.Id, activity.Project, activity.Type, activity.Content, Notifications = activity.Notified, activity.CreatedUser, activity.Created });
    }
}
