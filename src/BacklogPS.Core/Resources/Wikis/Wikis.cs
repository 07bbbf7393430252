using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for wiki pages.</summary>
internal static class Wikis
{
    /// <summary>The pages of a project, without their texts. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-list/</summary>
    public static async Task<IReadOnlyList<Wiki>> ListAsync(BacklogHttp http, string project, string? keyword, CancellationToken cancel)
    {
        var pages = await http.GetListAsync<Wiki>(ApiPath.Of("wikis"), InProject(project).Add("keyword", keyword), cancel).ConfigureAwait(false);
        foreach (var page in pages)
        {
            Stamp(page, project);
        }

        return pages;
    }

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Wiki>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("wikis of " + project, () => ListAsync(http, project, null, cancel));

    /// <summary>The number of pages in a project. https://developer.nulab.com/docs/backlog/api/2/count-wiki-page/</summary>
    public static Task<long> CountAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.CountAsync(ApiPath.Of("wikis", "count"), InProject(project), cancel);

    /// <summary>The tags of a project's pages. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-tag-list/</summary>
    public static Task<IReadOnlyList<Tag>> TagsAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Tag>(ApiPath.Of("wikis", "tags"), InProject(project), cancel).OfProject(project);

    /// <summary>The same tags for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Tag>> LookUpTagsAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("wiki tags of " + project, () => TagsAsync(http, project, cancel));

    /// <summary>One page with its text. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="id">The page's id.</param>
    /// <param name="project">The project, if the caller knows it.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static async Task<Wiki> GetAsync(BacklogHttp http, long id, string? project, CancellationToken cancel)
    {
        var wiki = await http.GetAsync<Wiki>(Page(id), null, cancel).ConfigureAwait(false);
        Stamp(wiki, project ?? ProjectObjects.Named(http, wiki.ProjectId));
        return wiki;
    }

    /// <summary>
    /// Lists the versions of a page. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-history/
    /// </summary>
    /// <remarks>The endpoint's minId and maxId are versions, because the entries have no id.</remarks>
    public static Task HistoryAsync(
        BacklogHttp http,
        long id,
        string? project,
        IdBounds versions,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<WikiHistory>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByIdAsync<WikiHistory>(
            http,
            Page(id, "history"),
            from => versions.Query(from, order),
            order == SortOrder.Ascending,
            range,
            version => version.Version,
            page =>
            {
                foreach (var version in page)
                {
                    version.Project = project;
                }

                return emit(page);
            },
            cancel);

    /// <summary>The stars of a page. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-star/</summary>
    public static Task<IReadOnlyList<Star>> StarsAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.GetListAsync<Star>(Page(id, "stars"), null, cancel);

    /// <summary>The files attached to a page. https://developer.nulab.com/docs/backlog/api/2/get-list-of-wiki-attachments/</summary>
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(BacklogHttp http, long id, string? project, CancellationToken cancel)
    {
        var attachments = await http.GetListAsync<Attachment>(Page(id, "attachments"), null, cancel).ConfigureAwait(false);
        Stamp(attachments, id, project);
        return attachments;
    }

    /// <summary>The shared files linked from a page. https://developer.nulab.com/docs/backlog/api/2/get-list-of-shared-files-on-wiki/</summary>
    public static async Task<IReadOnlyList<SharedFile>> SharedFilesAsync(BacklogHttp http, long id, string? project, CancellationToken cancel)
    {
        var files = await http.GetListAsync<SharedFile>(Page(id, "sharedFiles"), null, cancel).ConfigureAwait(false);
        foreach (var file in files)
        {
            file.Project = project ?? ProjectObjects.Named(http, file.ProjectId);
        }

        return files;
    }

    /// <summary>Adds a page. https://developer.nulab.com/docs/backlog/api/2/add-wiki-page/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project.</param>
    /// <param name="name">The name with its tags.</param>
    /// <param name="content">The text.</param>
    /// <param name="mailNotify">Whether to notify the project's members by email.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static Task<Wiki> AddAsync(BacklogHttp http, Project project, string name, string content, Field<bool?> mailNotify, CancellationToken cancel) =>
        StampAsync(
            http.AddAsync<Wiki>(
                ApiPath.Of("wikis"),
                new Fields().Set("projectId", project.Id).Set("name", name).Set("content", content).Add("mailNotify", mailNotify),
                cancel)!,
            project.ProjectKey)!;

    /// <summary>
    /// Changes a page. Each change creates a version. https://developer.nulab.com/docs/backlog/api/2/update-wiki-page/
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="page">The page.</param>
    /// <param name="name">The new name with its tags. Tags that are left out are removed from the page.</param>
    /// <param name="content">The new text.</param>
    /// <param name="mailNotify">Whether to notify the project's members by email.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static Task<Wiki> UpdateAsync(
        BacklogHttp http, Wiki page, Field<string?> name, Field<string?> content, Field<bool?> mailNotify, CancellationToken cancel) =>
        StampAsync(
            http.ChangeAsync<Wiki>(
                Page(page.Id),
                new Fields().Add("name", name).Add("content", content).Add("mailNotify", mailNotify),
                cancel,
                mayRepeat: mailNotify.Value != true)!,
            page.Project)!;

    /// <summary>Removes a page and returns it. https://developer.nulab.com/docs/backlog/api/2/delete-wiki-page/</summary>
    public static Task<Wiki?> RemoveAsync(BacklogHttp http, Wiki page, Field<bool?> mailNotify, CancellationToken cancel) =>
        StampAsync(http.RemoveAsync<Wiki>(Page(page.Id), cancel, new Fields().Add("mailNotify", mailNotify)), page.Project);

    /// <summary>Links shared files of the project to a page. https://developer.nulab.com/docs/backlog/api/2/link-shared-files-to-wiki/</summary>
    public static Task<IReadOnlyList<SharedFile>> LinkAsync(BacklogHttp http, Wiki page, IReadOnlyList<long> files, CancellationToken cancel) =>
        http.AddListAsync<SharedFile>(Page(page.Id, "sharedFiles"), new Fields().AddAny("fileId", files), cancel).OfProject(page.Project!);

    /// <summary>
    /// Removes the link to a shared file from a page. The file stays.
    /// https://developer.nulab.com/docs/backlog/api/2/remove-link-to-shared-file-from-wiki/
    /// </summary>
    public static Task<SharedFile?> UnlinkAsync(BacklogHttp http, Wiki page, long file, CancellationToken cancel) =>
        http.RemoveAsync<SharedFile>(Page(page.Id, "sharedFiles", file.ToString(CultureInfo.InvariantCulture)), cancel).OfProject(page.Project!);

    /// <summary>The path of a file attached to a page. https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-attachment/</summary>
    public static ApiPath AttachmentPath(long id, long attachmentId) =>
        Page(id, "attachments", attachmentId.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Attaches uploaded files to a page and returns the attachments.
    /// https://developer.nulab.com/docs/backlog/api/2/attach-file-to-wiki/
    /// </summary>
    public static async Task<IReadOnlyList<Attachment>> AttachAsync(BacklogHttp http, long id, string? project, IReadOnlyList<long> uploads, CancellationToken cancel)
    {
        var attachments = await http.AddListAsync<Attachment>(Page(id, "attachments"), new Fields().AddAny("attachmentId", uploads), cancel).ConfigureAwait(false);
        Stamp(attachments, id, project);
        return attachments;
    }

    /// <summary>
    /// Removes a file from a page. Null if the response is empty.
    /// https://developer.nulab.com/docs/backlog/api/2/remove-wiki-attachment/
    /// </summary>
    public static async Task<Attachment?> RemoveAttachmentAsync(BacklogHttp http, long id, string? project, long attachmentId, CancellationToken cancel)
    {
        var attachment = await http.RemoveAsync<Attachment>(AttachmentPath(id, attachmentId), cancel).ConfigureAwait(false);
        if (attachment is not null)
        {
            Stamp(new[] { attachment }, id, project);
        }

        return attachment;
    }

    /// <summary>Tells a page and what it has which project it belongs to.</summary>
    internal static void Stamp(Wiki page, string? project)
    {
        page.Project = project;
        Stamp(page.Attachments ?? Array.Empty<Attachment>(), page.Id, project);
        foreach (var part in page.Tags.Concat<ProjectObject>(page.SharedFiles ?? Array.Empty<SharedFile>()))
        {
            part.Project = project;
        }
    }

    private static async Task<Wiki?> StampAsync(Task<Wiki?> written, string? project)
    {
        var page = await written.ConfigureAwait(false);
        if (page is not null)
        {
            Stamp(page, project);
        }

        return page;
    }

    private static void Stamp(IEnumerable<Attachment> attachments, long id, string? project)
    {
        foreach (var attachment in attachments)
        {
            attachment.Project = project;
            attachment.WikiId = id;
        }
    }

    private static ApiPath Page(long id, params string[] below)
    {
        var segments = new List<string> { "wikis", id.ToString(CultureInfo.InvariantCulture) };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }

    private static Query InProject(string project) => new Query().Add("projectIdOrKey", project);
}
