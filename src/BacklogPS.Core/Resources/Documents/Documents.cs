using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on documents.</summary>
internal static class Documents
{
    /// <summary>
    /// The documents of the projects that you may see, or of those named by number.
    /// https://developer.nulab.com/docs/backlog/api/2/get-document-list/
    /// </summary>
    public static Task ListAsync(
        BacklogHttp http,
        IReadOnlyDictionary<long, string> projects,
        string? keyword,
        DocumentSort? sort,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<Document>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByOffsetAsync<Document, string>(
            http,
            ApiPath.Of("documents"),
            () => new Query()
                .AddAll("projectId[]", projects.Keys.Select(id => (long)id))
                .Add("keyword", keyword)
                .Add("sort", sort?.ToString().ToLowerInvariant())
                .Add("order", order),
            range,
            document => document.Id,
            documents =>
            {
                foreach (var document in documents)
                {
                    Stamp(document, document.ProjectId is { } id && projects.TryGetValue(id, out var project)
                        ? project
                        : ProjectObjects.Named(http, document.ProjectId));
                }

                return emit(documents);
            },
            cancel,
            created: document => document.Created);

    /// <summary>How many documents a project has. https://developer.nulab.com/docs/backlog/api/2/count-document/</summary>
    public static Task<long> CountAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.CountAsync(ApiPath.Of("documents", "count"), new Query().Add("projectIdOrKey", project), cancel);

    /// <summary>One document. https://developer.nulab.com/docs/backlog/api/2/get-document/</summary>
    /// <param name="http">The door to the space.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="project">The project, where the caller knows it.</param>
    /// <param name="cancel">Stops the asking.</param>
    public static async Task<Document> GetAsync(BacklogHttp http, string id, string? project, CancellationToken cancel)
    {
        var document = await http.GetAsync<Document>(ApiPath.Of("documents", id), null, cancel).ConfigureAwait(false);
        Stamp(document, project ?? ProjectObjects.Named(http, document.ProjectId));
        return document;
    }

    /// <summary>
    /// The places of a project's documents or of those in its trash, each above those below it.
    /// https://developer.nulab.com/docs/backlog/api/2/get-document-tree/
    /// </summary>
    public static async Task<IReadOnlyList<DocumentNode>> TreeAsync(BacklogHttp http, string project, bool trash, CancellationToken cancel)
    {
        var path = ApiPath.Of("documents", "tree");
        var tree = await http.GetAsync<Tree>(path, new Query().Add("projectIdOrKey", project), cancel).ConfigureAwait(false);
        var flat = new List<DocumentNode>();
        foreach (var node in (trash ? tree.TrashTree : tree.ActiveTree)?.Children ?? Array.Empty<DocumentNode>())
        {
            Add(node, null);
        }

        return flat;

        void Add(DocumentNode node, DocumentNode? parent)
        {
            node.Project = project;
            node.ParentId = parent?.Id;
            node.Depth = parent is null ? 1 : parent.Depth + 1;
            node.Path = parent is null ? node.ToString() : $"{parent.Path}/{node}";
            node.IsInTrash = trash;
            flat.Add(node);
            foreach (var child in node.Children)
            {
                Add(child, node);
            }
        }
    }

    /// <summary>The comments on a document, each with its replies. https://developer.nulab.com/docs/backlog/api/2/get-document-comment/</summary>
    public static async Task<IReadOnlyList<DocumentComment>> CommentsAsync(
        BacklogHttp http, string id, string? project, CancellationToken cancel)
    {
        var comments = await http.GetListAsync<DocumentComment>(ApiPath.Of("documents", id, "comments"), null, cancel).ConfigureAwait(false);
        Stamp(comments);
        return comments;

        void Stamp(IEnumerable<DocumentComment> level)
        {
            foreach (var comment in level)
            {
                comment.Project = project;
                Stamp(comment.Replies);
            }
        }
    }

    /// <summary>Where a file attached to a document lies. https://developer.nulab.com/docs/backlog/api/2/get-document-attachments/</summary>
    public static ApiPath AttachmentPath(string id, long attachmentId) =>
        ApiPath.Of("documents", id, "attachments", attachmentId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Tells a document and what it has which project it belongs to.</summary>
    internal static void Stamp(Document document, string? project)
    {
        document.Project = project;
        foreach (var tag in document.Tags)
        {
            tag.Project = project;
        }

        foreach (var attachment in document.Attachments)
        {
            attachment.Project = project;
            attachment.DocumentId = document.Id;
        }
    }

    private sealed class Tree
    {
        public Root? ActiveTree { get; internal set; }

        public Root? TrashTree { get; internal set; }
    }

    private sealed class Root
    {
        public IReadOnlyList<DocumentNode>? Children { get; internal set; }
    }
}
