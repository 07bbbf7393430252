using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// Issues of all statuses but some. Backlog can be asked for statuses only, not for all but these, and projects have statuses
/// of their own: so what is left is every status of every project that is meant.
/// </summary>
internal static class ExcludedStatuses
{
    /// <summary>The one that Backlog itself calls closed, whatever the language of the project.</summary>
    public const long Closed = 4;

    // Of so many projects the lists of statuses take no more requests than to find out whether they are needed.
    private const int FewProjects = 2;

    private const int MostPages = 10;

    /// <summary>Whether an issue has none of the statuses.</summary>
    public static bool Fits(Issue issue, IssueFilter filter) => issue.Status is null || !filter.ExcludedStatusIds!.Contains(issue.Status.Id);

    /// <summary>
    /// So many pages of issues of every status are read, and what is not wanted dropped, before the statuses of the projects are
    /// asked for: these lists would take as many requests, and a short list of issues needs none of them.
    /// </summary>
    public static int PagesFirst(BacklogHttp http, IReadOnlyList<string> projects) =>
        AreAtHand(http, projects) ? 0 : projects.Count switch
        {
            0 => 8,

            // One list of statuses is smaller than a page of issues.
            1 => 0,
            var count when count < MostPages => count,
            _ => MostPages,
        };

    /// <summary>
    /// Whether it takes fewer requests to read on, dropping what is not wanted, than to ask for the statuses that are left and to
    /// read their issues from the start.
    /// </summary>
    /// <param name="all">How many issues of every status there are.</param>
    /// <param name="read">How many of them were read.</param>
    /// <param name="kept">How many of these are wanted.</param>
    public static bool ShouldReadOn(long all, long read, long kept) => all - read <= (all * kept / Math.Max(1, read)) + PageRange.FullPage;

    /// <summary>
    /// The same filter with the statuses that are left, of all the projects that are meant. Null if it takes fewer requests to
    /// read every issue, and where not all statuses can be known: an administrator may find issues of a project that is in no list.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="filter">Which issues.</param>
    /// <param name="projects">Keys or ids of the projects; empty for all.</param>
    /// <param name="all">How many issues of every status there are, where that is known.</param>
    /// <param name="cancel">Cancels the request.</param>
    public static async Task<IssueFilter?> ResolveAsync(
        BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, long? all, CancellationToken cancel)
    {
        var ids = new List<long>(BuiltInNames.Statuses.Select(s => s.Id));
        var keys = projects;
        if (projects.Count is 0 or > FewProjects && !AreAtHand(http, projects))
        {
            // Where no issue has a status that a project added, two numbers spare the lists of all projects.
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

    /// <summary>Whether no status is left. Asked for no status, Backlog would give the issues of all.</summary>
    public static bool IsNone(IssueFilter resolved) => resolved.StatusIds is { Count: 0 };

    /// <summary>How many issues fit: two numbers tell it, whatever statuses the projects have.</summary>
    public static async Task<long> CountAsync(BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        if (AreAtHand(http, projects) && await ResolveAsync(http, filter, projects, null, cancel).ConfigureAwait(false) is { } resolved)
        {
            return IsNone(resolved) ? 0 : await Issues.CountAsync(http, resolved.Parts(), cancel).ConfigureAwait(false);
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
