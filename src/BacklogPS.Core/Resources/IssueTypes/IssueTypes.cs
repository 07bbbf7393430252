using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on issue types.</summary>
internal static class IssueTypes
{
    /// <summary>The issue types of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-issue-type-list/</summary>
    public static Task<IReadOnlyList<IssueType>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<IssueType>(ApiPath.Of("projects", project, "issueTypes"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<IssueType>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("issueTypes of " + project, () => ListAsync(http, project, cancel));
}
