using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class SpaceEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("space", Space);
        routes.Get("space/licence", Licence);
        routes.Get("space/diskUsage", SpaceDiskUsage);
        routes.Get("projects/{projectIdOrKey}/diskUsage", ProjectDiskUsage);
        routes.Get("space/image", call => ApiAnswer.File("logo_mark.png", Icon.Png(0x00735c), "image/png"), RateClass.Icon);
        routes.Get("space/notification", Notification);
        routes.Put("space/notification", Roles.Admin(ChangeNotification), "content");
        routes.Get("priorities", call => ApiAnswer.Ok(call.Data.Priorities));
        routes.Get("resolutions", call => ApiAnswer.Ok(call.Data.Resolutions));
        routes.Map("GET", "rateLimit", new ApiEndpoint(RateClass.Read, null, RateLimit) { Counts = false });
    }

    private static ApiAnswer Space(ApiCall call) => ApiAnswer.Ok(new
    {
        call.Data.SpaceKey,
        Name = call.Data.Language == "ja" ? "株式会社デモ" : "Demo Inc. デモ",
        OwnerId = call.Data.Users[0].Id,
        Lang = call.Data.Language,
        Timezone = "Asia/Tokyo",
        ReportSendTime = "08:00:00",
        TextFormattingRule = "markdown",
        Created = Seed.Day(-1000),
        Updated = Seed.Day(-10),
    });

    private static ApiAnswer Licence(ApiCall call)
    {
        call.RequireAdmin();
        return ApiAnswer.Ok(call.Data.Licence);
    }

    private static ApiAnswer SpaceDiskUsage(ApiCall call)
    {
        call.RequireAdmin();
        var details = call.Data.Projects.Select(p => DiskUsage(call.Data, p)).ToList();
        return ApiAnswer.Ok(new
        {
            capacity = call.Data.Licence.StorageLimit,
            issue = details.Sum(d => d["issue"]),
            wiki = details.Sum(d => d["wiki"]),
            file = details.Sum(d => d["file"]),
            subversion = 0,
            git = details.Sum(d => d["git"]),
            gitLFS = 0,
            document = details.Sum(d => d["document"]),
            details,
        });
    }

    /// <summary>The total size of everything in the space in bytes.</summary>
    public static long Used(SpaceData data) => data.Projects.Sum(p => DiskUsage(data, p).Where(part => part.Key != "projectId").Sum(part => part.Value));

    private static ApiAnswer ProjectDiskUsage(ApiCall call)
    {
        var project = call.Project();
        call.RequireAdminOf(project);
        return ApiAnswer.Ok(DiskUsage(call.Data, project));
    }

    private static Dictionary<string, long> DiskUsage(SpaceData data, Project project) => new()
    {
        ["projectId"] = project.Id,
        ["issue"] = project.Issues.Sum(i => i.Attachments.Sum(a => (long)a.Size)),
        ["wiki"] = data.Wikis.Where(w => w.ProjectId == project.Id).Sum(w => w.Attachments.Sum(a => (long)a.Size)),
        ["file"] = project.Files.Sum(f => (long)(f.Size ?? 0)),
        ["subversion"] = 0,
        ["git"] = project.Repositories.Count * 1_048_576L,
        ["gitLFS"] = 0,
        ["document"] = data.Documents.Where(d => d.ProjectId == project.Id).Sum(d => d.Attachments.Sum(a => (long)a.Size)),
    };

    private static ApiAnswer Notification(ApiCall call) =>
        ApiAnswer.Ok(new { content = call.Data.NotificationContent, updated = call.Data.NotificationUpdated });

    private static ApiAnswer ChangeNotification(ApiCall call)
    {
        call.Data.NotificationContent = call.Parameters.Text("content") ?? throw ApiException.Invalid("error.required : content");
        call.Data.NotificationUpdated = call.Clock.Stamp;
        return Notification(call);
    }

    private static ApiAnswer RateLimit(ApiCall call)
    {
        object State(RateClass rateClass)
        {
            var state = call.Limits.Peek(call.User.Id, rateClass);
            return new { limit = state.Limit, remaining = state.Remaining, reset = state.Reset };
        }

        return ApiAnswer.Ok(new
        {
            rateLimit = new { read = State(RateClass.Read), update = State(RateClass.Update), search = State(RateClass.Search), icon = State(RateClass.Icon) },
        });
    }
}
