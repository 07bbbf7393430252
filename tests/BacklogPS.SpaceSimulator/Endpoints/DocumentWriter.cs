using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Adds, tags and deletes documents. Their text can be changed only in the editor.</summary>
internal static class DocumentWriter
{
    public static void Map(ApiRoutes routes)
    {
        routes.Post("documents", Roles.Member(Add), "projectId", "title", "content", "emoji", "parentId", "addLast");
        routes.Delete("documents/{documentId}", Delete);
        routes.Post("documents/{documentId}/tags", Roles.Member(AddTags), "tagNames[]");
        routes.Delete("documents/{documentId}/tags", Roles.Member(RemoveTags), "tagNames[]");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var parameters = call.Parameters;
        var project = call.ProjectOf(parameters.RequiredNumber("projectId").ToString(CultureInfo.InvariantCulture));
        RequireMember(call, project);
        var documents = call.Data.Documents;
        var parent = parameters.Text("parentId") is { Length: > 0 } parentId
            ? documents.Find(d => d.Id == parentId && d.ProjectId == project.Id && !d.InTrash) ?? throw ApiException.Missing("document")
            : null;
        var last = parameters.Flag("addLast") ?? false;
        var text = parameters.Text("content") ?? "";
        var document = new Document
        {
            Id = Guid.CreateVersion7().ToString("N"),
            ProjectId = project.Id,
            Title = parameters.Text("title") ?? "",
            Plain = text,
            Json = System.Text.Encoding.UTF8.GetString(Json.Bytes(Editor(text))),
            Emoji = parameters.Text("emoji") is { Length: > 0 } emoji ? emoji : null,
            Parent = parent,
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            UpdatedUser = call.User,
            Updated = call.Clock.Stamp,
        };

        // Documents at the top of the tree have the order of the space's list.
        parent?.Children.Insert(last ? parent.Children.Count : 0, document);
        documents.Insert(last ? documents.Count : 0, document);
        ActivityFeed.Add(call, project, 36, new { id = document.Id, title = document.Title });
        return ApiAnswer.Ok(Written(document, document.Plain));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var document = DocumentEndpoints.Document(call);
        var project = call.Data.Projects.First(p => p.Id == document.ProjectId);
        call.RequireAdminOf(project);
        RequireMember(call, project);

        // The document is deleted with its children and does not go to the trash.
        document.Parent?.Children.Remove(document);
        var gone = WithChildren(document).ToHashSet();
        call.Data.Documents.RemoveAll(gone.Contains);
        ActivityFeed.Add(call, project, 37, new { id = document.Id, title = document.Title });
        return ApiAnswer.Ok(Written(document, null));
    }

    private static IEnumerable<Document> WithChildren(Document document) => document.Children.SelectMany(WithChildren).Prepend(document);

    private static ApiAnswer AddTags(ApiCall call)
    {
        var document = Tagged(call, out var names);
        var known = call.Data.Documents.Where(d => d.ProjectId == document.ProjectId).SelectMany(d => d.Tags).ToList();
        foreach (var name in names.Where(n => !document.Tags.Exists(t => t.Name == n)))
        {
            document.Tags.Add(known.Find(t => t.Name == name) ?? new Tag(call.Data.NextId("tag"), name));
        }

        return ApiAnswer.Ok(document.Tags);
    }

    private static ApiAnswer RemoveTags(ApiCall call)
    {
        // Removing a tag that the document does not have is not an error.
        var document = Tagged(call, out var names);
        document.Tags.RemoveAll(t => names.Contains(t.Name));
        return ApiAnswer.NoContent;
    }

    private static Document Tagged(ApiCall call, out List<string> names)
    {
        var document = DocumentEndpoints.Document(call);
        RequireMember(call, call.Data.Projects.First(p => p.Id == document.ProjectId));
        names = call.Parameters.Texts("tagNames[]").Where(n => n.Length > 0).Distinct().ToList();
        return names.Count > 0 ? document : throw ApiException.Invalid("error.required : tagNames[]");
    }

    /// <summary>Here even an administrator of the space must be a member of the project.</summary>
    private static void RequireMember(ApiCall call, Project project)
    {
        if (!project.Members.Contains(call.User))
        {
            throw ApiException.Forbidden();
        }
    }

    private static object Editor(string text) => new
    {
        type = "doc",
        content = text.Split('\n').Where(line => line.Length > 0).Select(line => new { type = "paragraph", content = new[] { new { type = "text", text = line } } }),
    };

    /// <summary>A document in the response of a write: json is an object here, and users are only ids.</summary>
    private static object Written(Document document, string? plain) => new
    {
        document.Id,
        document.ProjectId,
        document.Title,
        Json = System.Text.Json.JsonDocument.Parse(document.Json).RootElement,
        Plain = plain,
        document.StatusId,
        document.Emoji,
        CreatedUserId = document.CreatedUser.Id,
        document.Created,
        UpdatedUserId = document.UpdatedUser.Id,
        document.Updated,
    };
}
