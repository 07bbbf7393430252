using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for documents.</summary>
internal static class Documents
{
    /// <summary>
    /// The documents of the given projects, or of all projects that you can see.
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

    /// <summary>
    /// The number of documents in a project. https://developer.nulab.com/docs/backlog/api/2/count-document/
    /// </summary>
    public static Task<long> CountAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.CountAsync(ApiPath.Of("documents", "count"), new Query().Add("projectIdOrKey", project), cancel);

    /// <summary>One document. https://developer.nulab.com/docs/backlog/api/2/get-document/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="project">The project, if the caller knows it.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static async Task<Document> GetAsync(BacklogHttp http, string id, string? project, CancellationToken cancel)
    {
        var document = await http.GetAsync<Document>(ApiPath.Of("documents", id), null, cancel).ConfigureAwait(false);
        Stamp(document, project ?? ProjectObjects.Named(http, document.ProjectId));
        return document;
    }

    /// <summary>
    /// The tree of a project's documents or of its trash as a list, parents before children.
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

    /// <summary>The same tree without the trash for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<DocumentNode>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("documents of " + project, () => TreeAsync(http, project, trash: false, cancel));

    /// <summary>Adds a document. https://developer.nulab.com/docs/backlog/api/2/add-document/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project.</param>
    /// <param name="title">The title.</param>
    /// <param name="content">The text, as Markdown.</param>
    /// <param name="emoji">The emoji before the title.</param>
    /// <param name="parent">The id of the parent document.</param>
    /// <param name="addLast">Whether to add the document after its siblings rather than before them.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static async Task<Document> AddAsync(
        BacklogHttp http, Project project, string title, Field<string?> content, Field<string?> emoji, Field<string?> parent, Field<bool?> addLast, CancellationToken cancel)
    {
        var fields = new Fields()
            .Set("projectId", project.Id)
            .Set("title", title)
            .Add("content", content)
            .Add("emoji", emoji)
            .Add("parentId", parent)
            .Add("addLast", addLast);
        var document = await http.AddAsync<Document>(ApiPath.Of("documents"), fields, cancel).ConfigureAwait(false);
        Stamp(document, project.ProjectKey);
        return document;
    }

    /// <summary>
    /// Deletes a document permanently, bypassing the trash. Returns the document without its text.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-document/
    /// </summary>
    public static async Task<Document?> RemoveAsync(BacklogHttp http, string id, string? project, CancellationToken cancel)
    {
        var document = await http.RemoveAsync<Document>(ApiPath.Of("documents", id), cancel).ConfigureAwait(false);
        if (document is not null)
        {
            Stamp(document, project ?? ProjectObjects.Named(http, document.ProjectId));
        }

        return document;
    }

    /// <summary>
    /// Adds tags to a document and returns its tags. https://developer.nulab.com/docs/backlog/api/2/add-document-tag/
    /// </summary>
    public static async Task<IReadOnlyList<Tag>> AddTagsAsync(BacklogHttp http, string id, string? project, IReadOnlyList<string> tags, CancellationToken cancel)
    {
        var all = await http.SetListAsync<Tag>(HttpMethod.Post, TagsOf(id), TagNames(tags), cancel).ConfigureAwait(false);
        foreach (var tag in all)
        {
            tag.Project = project;
        }

        return all;
    }

    /// <summary>Removes tags from a document. https://developer.nulab.com/docs/backlog/api/2/remove-document-tag/</summary>
    public static Task RemoveTagsAsync(BacklogHttp http, string id, IReadOnlyList<string> tags, CancellationToken cancel) =>
        http.RemoveAsync<object>(TagsOf(id), cancel, TagNames(tags));

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

    /// <summary>The path of a file attached to a document. https://developer.nulab.com/docs/backlog/api/2/get-document-attachments/</summary>
    public static ApiPath AttachmentPath(string id, long attachmentId) =>
        ApiPath.Of("documents", id, "attachments", attachmentId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets the project on a document and its parts.</summary>
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

    private static ApiPath TagsOf(string id) => ApiPath.Of("documents", id, "tags");

    private static Fields TagNames(IReadOnlyList<string> tags) => new Fields().AddAll("tagNames", new Field<IReadOnlyList<string>?>(tags));

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
