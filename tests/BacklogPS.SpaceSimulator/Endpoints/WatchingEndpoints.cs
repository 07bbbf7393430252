using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class WatchingEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.StrictGet("users/{userId}/watchings", List, ["order", "sort", "count", "offset", "resourceAlreadyRead", "issueId[]"]);
        routes.Get("users/{userId}/watchings/count", Count);
        routes.Get("watchings/{watchingId}", call => ApiAnswer.Ok(Watching(call)));
        routes.Post("watchings", Add, "issueIdOrKey", "note");
        routes.Patch("watchings/{watchingId}", Update, "note");
        routes.Delete("watchings/{watchingId}", Delete);
        routes.Post("watchings/{watchingId}/markAsRead", MarkAsRead);

        // Undocumented, but seen in recorded traffic.
        routes.Post("users/{userId}/watchings/markAsChecked", MarkAsChecked);
    }

    private static IEnumerable<Watching> OfUser(ApiCall call)
    {
        var user = call.UserOf(call.RouteId("userId", "user"));
        return call.Data.Watchings.Where(w => w.User == user && call.Sees(w.Issue.Project));
    }

    private static ApiAnswer List(ApiCall call)
    {
        var read = call.Parameters.Flag("resourceAlreadyRead");
        var issues = call.Parameters.Numbers("issueId[]");
        Func<Watching, DateTime> by = call.Parameters.Text("sort") switch
        {
            null or "" or "issueUpdated" => w => w.Issue.Updated,
            "created" => w => w.Created,
            "updated" => w => w.Updated,
            _ => throw Parameters.Wrong("sort"),
        };
        var found = OfUser(call).Where(w => (read is null || w.ResourceAlreadyRead == read) && (issues.Count == 0 || issues.Contains(w.Issue.Id)));
        return ApiAnswer.Ok((call.Parameters.Ascending() ? found.OrderBy(by) : found.OrderByDescending(by)).ByOffset(call.Parameters));
    }

    private static ApiAnswer Count(ApiCall call)
    {
        var resourceRead = call.Parameters.Flag("resourceAlreadyRead");
        var read = call.Parameters.Flag("alreadyRead");
        return ApiAnswer.Count(OfUser(call).Count(w => (resourceRead is null || w.ResourceAlreadyRead == resourceRead) && (read is null || w.AlreadyRead == read)));
    }

    private static Watching Watching(ApiCall call)
    {
        var id = call.RouteId("watchingId", "watching");
        return call.Data.Watchings.FirstOrDefault(w => w.Id == id && (w.User == call.User || call.User.IsAdmin)) ?? throw ApiException.Missing("watching");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var issue = call.IssueOf(call.Parameters.RequiredText("issueIdOrKey"));
        if (call.Data.Watchings.Exists(w => w.User == call.User && w.Issue == issue))
        {
            throw ApiException.Invalid("The issue is already watched.");
        }

        var watching = new Watching
        {
            Id = call.Data.NextId("watching"),
            User = call.User,
            Issue = issue,
            Note = call.Parameters.Text("note"),
            ResourceAlreadyRead = true,
            LastContentUpdated = issue.Updated,
            Created = call.Clock.Stamp,
            Updated = call.Clock.Stamp,
        };
        call.Data.Watchings.Add(watching);
        return ApiAnswer.Created(watching);
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var watching = Watching(call);
        watching.Note = call.Parameters.Text("note") ?? watching.Note;
        watching.Updated = call.Clock.Stamp;
        return ApiAnswer.Ok(watching);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var watching = Watching(call);
        call.Data.Watchings.Remove(watching);
        return ApiAnswer.Ok(watching);
    }

    private static ApiAnswer MarkAsChecked(ApiCall call)
    {
        foreach (var watching in OfUser(call).Where(w => w.User == call.User))
        {
            watching.AlreadyRead = true;
        }

        return ApiAnswer.NoContent;
    }

    private static ApiAnswer MarkAsRead(ApiCall call)
    {
        var watching = Watching(call);
        (watching.AlreadyRead, watching.ResourceAlreadyRead) = (true, true);
        return ApiAnswer.NoContent;
    }
}
