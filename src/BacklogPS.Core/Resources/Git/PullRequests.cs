using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for pull requests.</summary>
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
        Paging.ByOffsetAsync<PullRequest, long>(
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
            cancel,
            created: pullRequest => pullRequest.Created);

    /// <summary>
    /// The number of matching pull requests.
    /// https://developer.nulab.com/docs/backlog/api/2/get-number-of-pull-requests/
    /// </summary>
    public static Task<long> CountAsync(
        BacklogHttp http, string project, string repository, PullRequestFilter filter, CancellationToken cancel) =>
        http.CountAsync(Of(project, repository, "count"), filter.ToQuery(), cancel);

    /// <summary>One pull request. https://developer.nulab.com/docs/backlog/api/2/get-pull-request/</summary>
    public static async Task<PullRequest> GetAsync(
        BacklogHttp http, string project, string repository, long number, CancellationToken cancel)
    {
        var pullRequest = await http.GetAsync<PullRequest>(Of(project, repository, Text(number)), null, cancel).ConfigureAwait(false);
        Stamp(pullRequest, project, repository);
        return pullRequest;
    }

    /// <summary>Adds a pull request. https://developer.nulab.com/docs/backlog/api/2/add-pull-request/</summary>
    public static async Task<PullRequest> AddAsync(
        BacklogHttp http, string project, string repository, PullRequestFields fields, CancellationToken cancel)
    {
        var pullRequest = await http.AddAsync<PullRequest>(Of(project, repository), fields.ToFields(), cancel).ConfigureAwait(false);
        Stamp(pullRequest, project, repository);
        return pullRequest;
    }

    /// <summary>Changes a pull request. https://developer.nulab.com/docs/backlog/api/2/update-pull-request/</summary>
    public static async Task<PullRequest> UpdateAsync(
        BacklogHttp http, string project, string repository, long number, PullRequestFields fields, CancellationToken cancel)
    {
        var path = Of(project, repository, Text(number));
        var pullRequest = await http.ChangeAsync<PullRequest>(path, fields.ToFields(), cancel, fields.MayRepeat).ConfigureAwait(false);
        Stamp(pullRequest, project, repository);
        return pullRequest;
    }

    /// <summary>Sets on a pull request where it belongs.</summary>
    internal static void Stamp(PullRequest pullRequest, string? project, string? repository)
    {
        pullRequest.Project = project;
        pullRequest.Repository = repository;
        foreach (var attachment in pullRequest.Attachments)
        {
            attachment.Project = project;
            attachment.Repository = repository;
            attachment.PullRequestNumber = pullRequest.Number;
        }
    }

    private static ApiPath Of(string project, string repository, params string[] below)
    {
        var segments = new List<string> { "projects", project, "git", "repositories", repository, "pullRequests" };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
