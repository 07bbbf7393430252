using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Issues of all statuses except some. Backlog can filter only by the statuses to include, and projects have their own
/// statuses, so the filter becomes every other status of every project concerned.
/// </summary>
internal static class ExcludedStatuses
{
    /// <summary>The status that Backlog itself calls Closed, whatever the project's language.</summary>
    public const long Closed = 4;

    // For up to this many projects, getting the lists of statuses takes no more requests than finding out whether they
    // are needed.
    private const int FewProjects = 2;

    private const int MostPages = 10;

    /// <summary>Whether an issue has none of the excluded statuses.</summary>
    public static bool Fits(Issue issue, IssueFilter filter) => issue.Status is null
        || !(filter.ExcludedStatusIds!.Contains(issue.Status.Id) || filter.IsExcludedByName?.Invoke(issue.Status) == true);

    /// <summary>
    /// How many pages of issues of every status to read, dropping the unwanted ones, before requesting the statuses of
    /// the projects. Those lists would take as many requests, and a short list of issues does not need them.
    /// </summary>
    public static int PagesFirst(BacklogHttp http, IReadOnlyList<string> projects) =>
        AreAtHand(http, projects) ? 0 : projects.Count switch
        {
            0 => 8,

            // A project's list of statuses is smaller than a page of issues.
            1 => 0,
            var count when count < MostPages => count,
            _ => MostPages,
        };

    /// <summary>
    /// Whether reading on and dropping the unwanted issues takes fewer requests than getting the remaining statuses and
    /// reading their issues from the start.
    /// </summary>
    /// <param name="all">The number of issues of every status.</param>
    /// <param name="read">How many of them have been read.</param>
    /// <param name="kept">How many of those are wanted.</param>
    public static bool ShouldReadOn(long all, long read, long kept) => all - read <= (all * kept / Math.Max(1, read)) + PageRange.FullPage;

    /// <summary>
    /// The same filter with the remaining statuses of all projects concerned. Null if reading every issue takes fewer
    /// requests, or if not all statuses can be known: an administrator may find issues of a project that is not in any
    /// list.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="projects">Keys or ids of the projects; empty for all.</param>
    /// <param name="all">The number of issues of every status, if it is known.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static async Task<IssueFilter?> ResolveAsync(
        BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, long? all, CancellationToken cancel)
    {
        var ids = new List<long>(BuiltInNames.Statuses.Select(s => s.Id));
        var keys = projects;
        if (projects.Count is 0 or > FewProjects && !AreAtHand(http, projects))
        {
            // If no issue has a status that a project added, two counts make the lists of all projects unnecessary.
            all ??= await Issues.CountAsync(http, (filter with { ExcludedStatusIds = null }).Parts(), cancel).ConfigureAwait(false);
            if (await AreAllAsync().ConfigureAwait(false))
            {
                return With(ids);
            }

            keys = projects.Count > 0 ? projects : await KeysAsync(http, cancel).ConfigureAwait(false);
            if (all / PageRange.FullPage < keys.Count)
            {
                return null;
            }
        }

        foreach (var project in keys)
        {
            ids.AddRange((await Statuses.LookUpAsync(http, project, cancel).ConfigureAwait(false)).Select(s => s.Id));
        }

        return projects.Count > 0 || await AreAllAsync().ConfigureAwait(false) ? With(ids) : null;

        async Task<bool> AreAllAsync() => all == await Issues.CountAsync(
            http, (filter with { StatusIds = ids.Union(filter.ExcludedStatusIds!).ToList(), ExcludedStatusIds = null }).Parts(), cancel).ConfigureAwait(false);

        IssueFilter With(IEnumerable<long> statuses) =>
            filter with { StatusIds = statuses.Distinct().Except(filter.ExcludedStatusIds!).ToList(), ExcludedStatusIds = null };
    }

    /// <summary>Whether no status is left. Without a status filter, Backlog would return issues of all statuses.</summary>
    public static bool IsNone(IssueFilter resolved) => resolved.StatusIds is { Count: 0 };

    /// <summary>
    /// The number of matching issues, from two counts, whatever statuses the projects have. Null if the issues must be
    /// read, because some may have a status of which only the name is known.
    /// </summary>
    public static async Task<long?> CountAsync(BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        if ((filter.IsExcludedByName is not null || AreAtHand(http, projects)) && await ResolveAsync(http, filter, projects, null, cancel).ConfigureAwait(false) is { } resolved)
        {
            return IsNone(resolved) ? 0 : await Issues.CountAsync(http, resolved.Parts(), cancel).ConfigureAwait(false);
        }

        if (filter.IsExcludedByName is not null)
        {
            return null;
        }

        var all = await Issues.CountAsync(http, (filter with { ExcludedStatusIds = null }).Parts(), cancel).ConfigureAwait(false);
        return all == 0 ? 0 : all - await Issues.CountAsync(
            http, (filter with { StatusIds = filter.ExcludedStatusIds, ExcludedStatusIds = null }).Parts(), cancel).ConfigureAwait(false);
    }

    /// <summary>The keys of all projects that the user can see.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(BacklogHttp http, CancellationToken cancel) =>
        (await Projects.LookUpAsync(http, cancel).ConfigureAwait(false)).Select(p => p.ProjectKey).ToList();

    private static bool AreAtHand(BacklogHttp http, IReadOnlyList<string> projects) =>
        projects.Count > 0 && projects.All(p => http.Lookups.TryGet<IReadOnlyList<Status>>(Statuses.LookUpName(p)) is not null);
}
