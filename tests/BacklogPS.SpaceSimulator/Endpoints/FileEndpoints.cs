using System.Linq;
using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class FileEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("projects/{projectIdOrKey}/files/metadata/{**path}", List);
        routes.Get("projects/{projectIdOrKey}/files/{sharedFileId}", Download);
    }

    private static ApiAnswer List(ApiCall call)
    {
        var project = call.Project();
        var path = call.Route("path").Trim('/');
        var dir = path.Length == 0 ? "/" : $"/{path}/";
        if (dir != "/" && !project.Files.Exists(f => f.Type == "directory" && $"{f.Dir}{f.Name}/" == dir))
        {
            throw ApiException.Missing("directory");
        }

        var files = project.Files.Where(f => f.Dir == dir);
        return ApiAnswer.Ok((call.Parameters.Ascending() ? files.OrderBy(f => f.Id) : files.OrderByDescending(f => f.Id)).ByOffset(call.Parameters, 1000, 1000));
    }

    private static ApiAnswer Download(ApiCall call)
    {
        var id = call.RouteId("sharedFileId", "file");
        var file = call.Project().Files.FirstOrDefault(f => f.Id == id && f.Type == "file") ?? throw ApiException.Missing("file");
        return ApiAnswer.File(file.Name, file.Content);
    }
}
