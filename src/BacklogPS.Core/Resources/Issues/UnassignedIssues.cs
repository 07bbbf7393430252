using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Issues without an assignee. The API reference has no filter for them, but spaces accept -1 as an assignee id for
/// nobody, as their own web pages do. We send it and check the response, because a space that does not know it may
/// ignore the filter, or look for a user with that id and find nothing.
/// </summary>
internal static class UnassignedIssues
{
    /// <summary>The assignee id for nobody.</summary>
    public const long Nobody = -1;

    private const string LookUpName = "whether -1 is nobody";

    /// <summary>Whether an issue is unassigned or has one of the filter's assignees.</summary>
    public static bool Fits(Issue issue, IssueFilter filter) =>
        issue.Assignee is null || filter.AssigneeIds?.Contains(issue.Assignee.Id) == true;

    /// <summary>
    /// Whether the space understands the filter, judging by the issues that it returns. The result is cached.
    /// </summary>
    public static async Task<bool> AreFoundAsync(BacklogHttp http, CancellationToken cancel) =>
        await http.Lookups.GetAsync<object>(LookUpName, async () =>
        {
            var query = new IssueFilter { Unassigned = true }.ToQuery().Add("count", (long)PageRange.FullPage);
            var found = await http.GetListAsync<Issue>(ApiPath.Of("issues"), query, cancel).ConfigureAwait(false);
            return found.Count > 0 && found.All(i => i.Assignee is null);
        }).ConfigureAwait(false) is true;
}
