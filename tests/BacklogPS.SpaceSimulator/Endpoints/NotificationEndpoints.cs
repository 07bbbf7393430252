using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class NotificationEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("notifications", List);
        routes.Get("notifications/count", Count);
        routes.Post("notifications/markAsRead", MarkAllAsRead);
        routes.Post("notifications/{id}/markAsRead", MarkAsRead);
    }

    public static void Notify(ApiCall call, IEnumerable<User> receivers, int reason, Issue issue, Comment? comment) =>
        call.Data.Notifications.AddRange(receivers.Select(receiver => new Notification
        {
            Id = call.Data.NextId("notification"),
            Reason = reason,
            Project = issue.Project,
            Issue = issue,
            Comment = comment,
            Sender = call.User,
            Created = call.Clock.Stamp,
            Receiver = receiver,
        }));

    private static IEnumerable<Notification> Mine(ApiCall call) => call.Data.Notifications.Where(n => n.Receiver == call.User);

    private static ApiAnswer List(ApiCall call)
    {
        var sender = call.Parameters.Number("senderId");
        return ApiAnswer.Ok(Mine(call).Where(n => sender is null || n.Sender.Id == sender).ById(call.Parameters, n => n.Id));
    }

    private static ApiAnswer Count(ApiCall call)
    {
        var read = call.Parameters.Flag("alreadyRead");
        var resourceRead = call.Parameters.Flag("resourceAlreadyRead");
        return ApiAnswer.Count(Mine(call).Count(n => (read is null || n.AlreadyRead == read) && (resourceRead is null || n.ResourceAlreadyRead == resourceRead)));
    }

    private static ApiAnswer MarkAllAsRead(ApiCall call)
    {
        var unread = Mine(call).Where(n => !n.AlreadyRead).ToList();
        unread.ForEach(n => n.AlreadyRead = true);
        return ApiAnswer.Count(unread.Count);
    }

    private static ApiAnswer MarkAsRead(ApiCall call)
    {
        var id = call.RouteId("id", "notification");
        var found = Mine(call).FirstOrDefault(n => n.Id == id) ?? throw ApiException.Missing("notification");
        (found.AlreadyRead, found.ResourceAlreadyRead) = (true, true);
        return ApiAnswer.NoContent;
    }
}
