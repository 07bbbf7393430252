using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Issues that nobody is assigned to. The reference of the API has no filter for them; spaces take -1 among the assignees for
/// nobody, as the addresses of their own pages do. So it is sent, and what comes is looked at: a space that does not know it
/// may drop the filter, or look for a user of that number and find none.
/// </summary>
internal static class UnassignedIssues
{
    /// <summary>What stands for nobody among the assignees.</summary>
    public const long Nobody = -1;

    private const string LookUpName = "whether -1 is nobody";

    /// <summary>Whether an issue has one of the assignees that a filter asks for, nobody among them.</summary>
    public static bool Fits(Issue issue, IssueFilter filter) =>
        issue.Assignee is null || filter.AssigneeIds?.Contains(issue.Assignee.Id) == true;

    /// <summary>Whether the space heeds it, as far as its issues show; kept for a while.</summary>
    public static async Task<bool> AreFoundAsync(BacklogHttp http, CancellationToken cancel) =>
        await http.Lookups.GetAsync<object>(LookUpName, async () =>
        {
            var query = new IssueFilter { Unassigned = true }.ToQuery().Add("count", (long)PageRange.FullPage);
            var found = await http.GetListAsync<Issue>(ApiPath.Of("issues"), query, cancel).ConfigureAwait(false);
            return found.Count > 0 && found.All(i => i.Assignee is null);
        }).ConfigureAwait(false) is true;
}
