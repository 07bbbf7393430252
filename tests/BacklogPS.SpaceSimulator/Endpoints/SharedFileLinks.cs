using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Shared files linked to issues and wiki pages.</summary>
internal static class SharedFileLinks
{
    public static void Map(ApiRoutes routes)
    {
        routes.Post("issues/{issueIdOrKey}/sharedFiles", Roles.Member(LinkToIssue), "fileId[]");
        routes.Delete("issues/{issueIdOrKey}/sharedFiles/{id}", Roles.Member(RemoveFromIssue));
        routes.Post("wikis/{wikiId}/sharedFiles", Roles.Member(LinkToWiki), "fileId[]");
        routes.Delete("wikis/{wikiId}/sharedFiles/{id}", Roles.Member(RemoveFromWiki));
    }

    private static ApiAnswer LinkToIssue(ApiCall call)
    {
        var issue = call.Issue();
        var files = Files(call, issue.Project);
        issue.SharedFiles = issue.SharedFiles.Union(files).ToArray();
        call.Data.IssueChanged(issue);
        return ApiAnswer.Ok(files);
    }

    private static ApiAnswer RemoveFromIssue(ApiCall call)
    {
        var issue = call.Issue();
        var file = Linked(call, issue.SharedFiles);
        issue.SharedFiles = issue.SharedFiles.Where(f => f != file).ToArray();
        call.Data.IssueChanged(issue);
        return ApiAnswer.Ok(file);
    }

    private static ApiAnswer LinkToWiki(ApiCall call)
    {
        var wiki = WikiEndpoints.Wiki(call);
        var files = Files(call, call.Data.Projects.First(p => p.Id == wiki.ProjectId));
        wiki.SharedFiles.AddRange(files.Except(wiki.SharedFiles));
        return ApiAnswer.Ok(files);
    }

    private static ApiAnswer RemoveFromWiki(ApiCall call)
    {
        var wiki = WikiEndpoints.Wiki(call);
        var file = Linked(call, wiki.SharedFiles);
        wiki.SharedFiles.Remove(file);
        return ApiAnswer.Ok(file);
    }

    private static List<SharedFile> Files(ApiCall call, Project project)
    {
        var ids = call.Parameters.Numbers("fileId[]");
        if (ids.Count == 0)
        {
            throw ApiException.Invalid("error.required : fileId[]");
        }

        return ids.Select(id => project.Files.Find(f => f.Id == id && f.Type == "file") ?? throw ApiException.Missing("sharedFile")).Distinct().ToList();
    }

    private static SharedFile Linked(ApiCall call, IEnumerable<SharedFile> linked)
    {
        var id = call.RouteId("id", "sharedFile");
        return linked.FirstOrDefault(f => f.Id == id) ?? throw ApiException.Missing("sharedFile");
    }
}
