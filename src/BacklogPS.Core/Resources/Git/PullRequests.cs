using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on pull requests, their comments and attachments.</summary>
internal static class PullRequests
{
    /// <summary>The pull requests of a repository. https://developer.nulab.com/docs/backlog/api/2/get-pull-request-list/</summary>
    public static Task ListAsync(
        BacklogHttp http,
        string project,
        string repository,
        PullRequestFilter filter,
        PageRange range,
        Func<IReadOnlyList<PullRequest>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByOffsetAsync<PullRequest, int>(
            http,
            Of(project, repository),
            filter.ToQuery,
            range,
            pullRequest => pullRequest.Id,
            page =>
            {
                foreach (var pullRequest in page)
                {
                    Stamp(pullRequest, project, repository);
                }

                return emit(page);
            },
            cancel);

    /// <summary>How many pull requests fit. https://developer.nulab.com/docs/backlog/api/2/get-number-of-pull-requests/</summary>
    public static Task<long> CountAsync(
        BacklogHttp http, string project, string repository, PullRequestFilter filter, CancellationToken cancel) =>
        http.CountAsync(Of(project, repository, "count"), filter.ToQuery(), cancel);

    /// <summary>One pull request. https://developer.nulab.com/docs/backlog/api/2/get-pull-request/</summary>
    public static async Task<PullRequest> GetAsync(
        BacklogHttp http, string project, string repository, int number, CancellationToken cancel)
    {
        var pullRequest = await http.GetAsync<PullRequest>(Of(project, repository, Text(number)), null, cancel).ConfigureAwait(false);
        Stamp(pullRequest, project, repository);
        return pullRequest;
    }

    /// <summary>The comments on a pull request. https://developer.nulab.com/docs/backlog/api/2/get-pull-request-comment/</summary>
    public static Task CommentsAsync(
        BacklogHttp http,
        string project,
        string repository,
        int number,
        IdBounds ids,
        SortOrder order,
        PageRange range,
        Func<IReadOnlyList<Comment>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByIdAsync<Comment>(
            http,
            Of(project, repository, Text(number), "comments"),
            from => ids.Query(from, order),
            order == SortOrder.Ascending,
            range,
            comment => comment.Id,
            page =>
            {
                foreach (var comment in page)
                {
                    comment.Project = project;
                    comment.Repository = repository;
                    comment.PullRequestNumber = number;
                }

                return emit(page);
            },
            cancel);

    /// <summary>How many comments there are on a pull request. https://developer.nulab.com/docs/backlog/api/2/get-number-of-pull-request-comments/</summary>
    public static Task<long> CountCommentsAsync(
        BacklogHttp http, string project, string repository, int number, CancellationToken cancel) =>
        http.CountAsync(Of(project, repository, Text(number), "comments", "count"), null, cancel);

    /// <summary>The files attached to a pull request. https://developer.nulab.com/docs/backlog/api/2/get-list-of-pull-request-attachment/</summary>
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        BacklogHttp http, string project, string repository, int number, CancellationToken cancel)
    {
        var path = Of(project, repository, Text(number), "attachments");
        var attachments = await http.GetListAsync<Attachment>(path, null, cancel).ConfigureAwait(false);
        Stamp(attachments, project, repository, number);
        return attachments;
    }

    /// <summary>Where a file attached to a pull request lies. https://developer.nulab.com/docs/backlog/api/2/download-pull-request-attachment/</summary>
    public static ApiPath AttachmentPath(string project, string repository, int number, int attachmentId) =>
        Of(project, repository, Text(number), "attachments", Text(attachmentId));

    private static void Stamp(PullRequest pullRequest, string project, string repository)
    {
        pullRequest.Project = project;
        pullRequest.Repository = repository;
        Stamp(pullRequest.Attachments, project, repository, pullRequest.Number);
    }

    private static void Stamp(IEnumerable<Attachment> attachments, string project, string repository, int number)
    {
        foreach (var attachment in attachments)
        {
            attachment.Project = project;
            attachment.Repository = repository;
            attachment.PullRequestNumber = number;
        }
    }

    private static ApiPath Of(string project, string repository, params string[] below)
    {
        var segments = new List<string> { "projects", project, "git", "repositories", repository, "pullRequests" };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
