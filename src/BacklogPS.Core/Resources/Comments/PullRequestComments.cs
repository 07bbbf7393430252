using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for comments of pull requests.</summary>
internal static class PullRequestComments
{
    /// <summary>The comments on a pull request. https://developer.nulab.com/docs/backlog/api/2/get-pull-request-comment/</summary>
    public static Task ListAsync(
        BacklogHttp http,
        string project,
        string repository,
        long number,
        IdBounds ids,
        SortOrder order,
        PageRange range,
        Func<IReadOnlyList<Comment>, Task> emit,
        CancellationToken cancel,
        DateTimeOffset? since = null) =>
        CommentsSince.ListAsync(since, order, range, emit, (way, part, take, isEnough) => Paging.ByIdAsync<Comment>(
            http,
            Of(project, repository, number),
            from => ids.Query(from, way),
            way == SortOrder.Ascending,
            part,
            c => c.Id,
            page =>
            {
                foreach (var comment in page)
                {
                    Stamp(comment, project, repository, number);
                }

                return take(page);
            },
            cancel,
            isEnough: isEnough));

    /// <summary>
    /// The number of comments on a pull request.
    /// https://developer.nulab.com/docs/backlog/api/2/get-number-of-pull-request-comments/
    /// </summary>
    public static Task<long> CountAsync(BacklogHttp http, string project, string repository, long number, CancellationToken cancel) =>
        http.CountAsync(Of(project, repository, number, "count"), null, cancel);

    /// <summary>Adds a comment to a pull request. https://developer.nulab.com/docs/backlog/api/2/add-pull-request-comment/</summary>
    public static async Task<Comment> AddAsync(
        BacklogHttp http,
        string project,
        string repository,
        long number,
        string content,
        IReadOnlyList<long> notified,
        IReadOnlyList<long> attachments,
        CancellationToken cancel)
    {
        var comment = await http.AddAsync<Comment>(Of(project, repository, number), Comments.FieldsOf(content, notified, attachments), cancel).ConfigureAwait(false);
        Stamp(comment, project, repository, number);
        return comment;
    }

    /// <summary>
    /// Changes the text of your own comment.
    /// https://developer.nulab.com/docs/backlog/api/2/update-pull-request-comment-information/
    /// </summary>
    public static async Task<Comment> UpdateAsync(
        BacklogHttp http, string project, string repository, long number, long id, string content, CancellationToken cancel)
    {
        var path = Of(project, repository, number, id.ToString(CultureInfo.InvariantCulture));
        var comment = await http.ChangeAsync<Comment>(path, new Fields().Set("content", content), cancel).ConfigureAwait(false);
        Stamp(comment, project, repository, number);
        return comment;
    }

    /// <summary>Sets on a comment which pull request it belongs to.</summary>
    internal static void Stamp(Comment comment, string? project, string? repository, long number)
    {
        comment.Project = project;
        comment.Repository = repository;
        comment.PullRequestNumber = number;
    }

    private static ApiPath Of(string project, string repository, long number, params string[] below)
    {
        var segments = new List<string>
        {
            "projects", project, "git", "repositories", repository, "pullRequests", number.ToString(CultureInfo.InvariantCulture), "comments",
        };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }
}
