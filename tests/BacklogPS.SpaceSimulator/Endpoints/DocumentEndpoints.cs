using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class DocumentEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("documents", List);
        routes.Get("documents/count", call => ApiAnswer.Count(OfProject(call).Count(d => !d.InTrash)));
        routes.Get("documents/tree", Tree);
        routes.Get("documents/{documentId}", call => ApiAnswer.Ok(Document(call)));
        routes.Get("documents/{documentId}/attachments/{attachmentId}", call => Downloads.Attachment(call, Document(call).Attachments));
        routes.Get("documents/{documentId}/comments", call => ApiAnswer.Ok(Document(call).Comments));
    }

    private static ApiAnswer List(ApiCall call)
    {
        // The only list with a required offset.
        call.Parameters.RequiredNumber("offset");
        var asked = call.Parameters.Texts("projectId[]");
        var projects = (asked.Count == 0 ? call.VisibleProjects : asked.Select(call.ProjectOf)).Select(p => p.Id).ToHashSet();
        var keyword = call.Parameters.Text("keyword") ?? "";
        Func<Document, DateTime> by = call.Parameters.Text("sort") switch
        {
            null or "" or "updated" => d => d.Updated,
            "created" => d => d.Created,
            _ => throw Parameters.Wrong("sort"),
        };
        var found = call.Data.Documents.Where(d => !d.InTrash && projects.Contains(d.ProjectId)
            && (d.Title.Contains(keyword, StringComparison.OrdinalIgnoreCase) || d.Plain.Contains(keyword, StringComparison.OrdinalIgnoreCase)));
        return ApiAnswer.Ok((call.Parameters.Ascending() ? found.OrderBy(by) : found.OrderByDescending(by)).ByOffset(call.Parameters));
    }

    private static ApiAnswer Tree(ApiCall call)
    {
        var documents = OfProject(call).ToList();
        return ApiAnswer.Ok(new
        {
            projectId = call.ProjectOf(call.Parameters.RequiredText("projectIdOrKey")).Id,
            activeTree = new { id = "Active", children = documents.Where(d => !d.InTrash && d.Parent is null).Select(Node) },
            trashTree = new { id = "Trash", children = documents.Where(d => d.InTrash).Select(Node) },
        });
    }

    private static object Node(Document document) => new
    {
        document.Id,
        Name = document.Title,
        Children = document.Children.Select(Node),
        document.StatusId,
        document.Emoji,
        EmojiType = document.Emoji is null ? null : "unicode",
        document.Updated,
    };

    private static IEnumerable<Document> OfProject(ApiCall call)
    {
        var project = call.ProjectOf(call.Parameters.RequiredText("projectIdOrKey"));
        return call.Data.Documents.Where(d => d.ProjectId == project.Id);
    }

    public static Document Document(ApiCall call)
    {
        var id = call.Route("documentId");
        var projects = call.VisibleProjects.Select(p => p.Id).ToHashSet();
        return call.Data.Documents.FirstOrDefault(d => d.Id == id && projects.Contains(d.ProjectId)) ?? throw ApiException.Missing("document");
    }
}
