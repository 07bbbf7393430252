using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for issues.</summary>
internal static class Issues
{
    /// <summary>
    /// Lists the matching issues, part by part. https://developer.nulab.com/docs/backlog/api/2/get-issue-list/
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="parts">The parts of the filter.</param>
    /// <param name="query">Creates a part's parameters without the paging.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page's issues.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <param name="keep">Selects the wanted issues if Backlog cannot filter for them; null for all.</param>
    /// <param name="isEnough">Whether a page is the last one to request; null if only its size tells.</param>
    public static async Task ListAsync(
        BacklogHttp http,
        IReadOnlyList<IssueFilter> parts,
        Func<IssueFilter, Query> query,
        PageRange range,
        Func<IReadOnlyList<Issue>, Task> emit,
        CancellationToken cancel,
        Func<Issue, bool>? keep = null,
        Func<IReadOnlyList<Issue>, bool>? isEnough = null)
    {
        if (parts.Count == 1)
        {
            await PartAsync(parts[0], range, emit).ConfigureAwait(false);
            return;
        }

        var window = new PageWindow(range);
        foreach (var part in parts.TakeWhile(_ => window.Left > 0))
        {
            // A part cannot have more issues than ids, so once all have arrived, do not request another page.
            var most = Math.Min(window.Left, part.Ids?.Count ?? long.MaxValue);
            await PartAsync(part, new PageRange(0, most), page => emit(window.Of(page))).ConfigureAwait(false);
        }

        Task PartAsync(IssueFilter part, PageRange partRange, Func<IReadOnlyList<Issue>, Task> take)
        {
            var check = ListFieldCheck.Of(http.Address, part.ToQuery());
            return Paging.ByOffsetAsync<Issue, long>(
                http,
                ApiPath.Of("issues"),
                () => query(part),
                partRange,
                i => i.Id,
                page =>
                {
                    check?.Require(page);
                    return take(page);
                },
                cancel,
                created: i => i.Created,
                keep: keep,
                isEnough: isEnough);
        }
    }

    /// <summary>
    /// The number of matching issues in all parts. https://developer.nulab.com/docs/backlog/api/2/count-issue/
    /// </summary>
    public static async Task<long> CountAsync(BacklogHttp http, IReadOnlyList<IssueFilter> parts, CancellationToken cancel)
    {
        long count = 0;
        foreach (var part in parts)
        {
            var found = await http.CountAsync(ApiPath.Of("issues", "count"), part.ToQuery(), cancel).ConfigureAwait(false);
            if (found > 0 && ListFieldCheck.Of(http.Address, part.ToQuery()) is { } check)
            {
                // The count alone does not show whether the space applied the filter.
                check.Require(await http.GetListAsync<Issue>(ApiPath.Of("issues"), part.ToQuery().Add("count", PageRange.FullPage), cancel).ConfigureAwait(false));
            }

            count += found;
        }

        return count;
    }

    /// <summary>One issue by its key or id. https://developer.nulab.com/docs/backlog/api/2/get-issue/</summary>
    public static Task<Issue> GetAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        http.GetAsync<Issue>(ApiPath.Of("issues", keyOrId), null, cancel);

    /// <summary>The id of an issue given by its key or id.</summary>
    public static async Task<long> IdOfAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        long.TryParse(keyOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : (await GetAsync(http, keyOrId, cancel).ConfigureAwait(false)).Id;

    /// <summary>The issues that an issue is related to. https://developer.nulab.com/docs/backlog/api/2/get-list-of-related-issues/</summary>
    public static async Task<IReadOnlyList<RelatedIssue>> RelatedAsync(BacklogHttp http, string keyOrId, CancellationToken cancel)
    {
        var related = await http.GetListAsync<RelatedIssue>(ApiPath.Of("issues", keyOrId, "relatedIssues"), null, cancel).ConfigureAwait(false);
        foreach (var issue in related)
        {
            issue.RelatedTo = keyOrId;
        }

        return related;
    }

    /// <summary>
    /// The participants of an issue. https://developer.nulab.com/docs/backlog/api/2/get-issue-participant-list/
    /// </summary>
    public static Task<IReadOnlyList<User>> ParticipantsAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        http.GetListAsync<User>(ApiPath.Of("issues", keyOrId, "participants"), null, cancel);

    /// <summary>The files attached to an issue. https://developer.nulab.com/docs/backlog/api/2/get-list-of-issue-attachments/</summary>
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(BacklogHttp http, string keyOrId, CancellationToken cancel)
    {
        var attachments = await http.GetListAsync<Attachment>(ApiPath.Of("issues", keyOrId, "attachments"), null, cancel).ConfigureAwait(false);
        foreach (var attachment in attachments)
        {
            attachment.IssueKey = keyOrId;
            attachment.Project = Issue.ProjectOf(keyOrId);
        }

        return attachments;
    }

    /// <summary>
    /// Removes a file from an issue. Null if the response is empty.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-issue-attachment/
    /// </summary>
    public static async Task<Attachment?> RemoveAttachmentAsync(BacklogHttp http, string keyOrId, long attachmentId, CancellationToken cancel)
    {
        var attachment = await http.RemoveAsync<Attachment>(AttachmentPath(keyOrId, attachmentId), cancel).ConfigureAwait(false);
        if (attachment is not null)
        {
            attachment.IssueKey = keyOrId;
            attachment.Project = Issue.ProjectOf(keyOrId);
        }

        return attachment;
    }

    /// <summary>The path of a file attached to an issue. https://developer.nulab.com/docs/backlog/api/2/get-issue-attachment/</summary>
    public static ApiPath AttachmentPath(string keyOrId, long attachmentId) =>
        ApiPath.Of("issues", keyOrId, "attachments", attachmentId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The shared files linked to an issue. https://developer.nulab.com/docs/backlog/api/2/get-list-of-linked-shared-files/</summary>
    public static async Task<IReadOnlyList<SharedFile>> SharedFilesAsync(BacklogHttp http, string keyOrId, CancellationToken cancel)
    {
        var files = await http.GetListAsync<SharedFile>(ApiPath.Of("issues", keyOrId, "sharedFiles"), null, cancel).ConfigureAwait(false);
        foreach (var file in files)
        {
            file.Project = Issue.ProjectOf(keyOrId) ?? ProjectObjects.Named(http, file.ProjectId);
        }

        return files;
    }

    /// <summary>Links shared files of the project to an issue. https://developer.nulab.com/docs/backlog/api/2/link-shared-files-to-issue/</summary>
    public static Task<IReadOnlyList<SharedFile>> LinkAsync(BacklogHttp http, Issue issue, IReadOnlyList<long> files, CancellationToken cancel) =>
        http.AddListAsync<SharedFile>(
            ApiPath.Of("issues", issue.IssueKey, "sharedFiles"), new Fields().AddAny("fileId", files), cancel).OfProject(issue.Project!);

    /// <summary>
    /// Removes the link to a shared file from an issue. The file stays.
    /// https://developer.nulab.com/docs/backlog/api/2/remove-link-to-shared-file-from-issue/
    /// </summary>
    public static Task<SharedFile?> UnlinkAsync(BacklogHttp http, Issue issue, long file, CancellationToken cancel) =>
        http.RemoveAsync<SharedFile>(ApiPath.Of("issues", issue.IssueKey, "sharedFiles", file), cancel).OfProject(issue.Project!);

    /// <summary>
    /// Relates an issue to another and returns the other issue. It is not an error if they are already related.
    /// https://developer.nulab.com/docs/backlog/api/2/add-related-issue/
    /// </summary>
    public static async Task<RelatedIssue?> RelateAsync(BacklogHttp http, string key, long other, CancellationToken cancel)
    {
        var related = await http.PostAgainAsync<RelatedIssue>(
            ApiPath.Of("issues", key, "relatedIssues"), new Fields().Add("targetIssueId", other), cancel).ConfigureAwait(false);
        return OfIssue(related, key);
    }

    /// <summary>
    /// Removes the relation of an issue to another and returns the other issue.
    /// https://developer.nulab.com/docs/backlog/api/2/remove-related-issue/
    /// </summary>
    public static async Task<RelatedIssue?> UnrelateAsync(BacklogHttp http, string key, long other, CancellationToken cancel) =>
        OfIssue(await http.RemoveAsync<RelatedIssue>(ApiPath.Of("issues", key, "relatedIssues", other), cancel).ConfigureAwait(false), key);

    /// <summary>Adds an issue. https://developer.nulab.com/docs/backlog/api/2/add-issue/</summary>
    public static Task<Issue> AddAsync(BacklogHttp http, long projectId, IssueFields fields, CancellationToken cancel) =>
        http.AddAsync<Issue>(ApiPath.Of("issues"), fields.ToFields(projectId), cancel);

    /// <summary>
    /// Changes an issue. Null if there was nothing to change, which Backlog reports as an error.
    /// https://developer.nulab.com/docs/backlog/api/2/update-issue/
    /// </summary>
    public static async Task<Issue?> UpdateAsync(BacklogHttp http, string keyOrId, IssueFields fields, CancellationToken cancel)
    {
        try
        {
            return await http.ChangeAsync<Issue>(ApiPath.Of("issues", keyOrId), fields.ToFields(), cancel, fields.MayRepeat).ConfigureAwait(false);
        }
        catch (BacklogException error) when (fields.Comment is null && SaysNothingChanged(error))
        {
            return null;
        }
    }

    /// <summary>Deletes an issue permanently. https://developer.nulab.com/docs/backlog/api/2/delete-issue/</summary>
    public static Task<Issue?> RemoveAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        http.RemoveAsync<Issue>(ApiPath.Of("issues", keyOrId), cancel);

    private static RelatedIssue? OfIssue(RelatedIssue? related, string key)
    {
        if (related is not null)
        {
            related.RelatedTo = key;
        }

        return related;
    }

    // The second message is from older servers.
    private static bool SaysNothingChanged(BacklogException error) => error.StatusCode == 400 && error.Errors.Any(e =>
        e.Code == 7 && e.Message is "No comment content." or "Please change the status or post a comment.");
}
