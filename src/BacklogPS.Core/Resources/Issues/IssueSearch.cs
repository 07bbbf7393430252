using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>
/// A search of issues with what the API itself cannot be asked for: all statuses but some, and no assignee. It takes as few
/// requests as that needs.
/// </summary>
internal sealed class IssueSearch
{
    private readonly BacklogHttp http;
    private readonly IssueFilter filter;
    private readonly IReadOnlyList<string> projects;
    private readonly CancellationToken cancel;

    /// <param name="http">The connection to the space.</param>
    /// <param name="filter">Which issues.</param>
    /// <param name="projects">Keys or ids of the projects that are meant; empty for all.</param>
    /// <param name="cancel">Cancels the request.</param>
    public IssueSearch(BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        this.http = http;
        this.filter = filter;
        this.projects = projects;
        this.cancel = cancel;
    }

    /// <summary>The field to sort by, as the API names it; null leaves it to Backlog.</summary>
    public string? Sort { get; init; }

    /// <summary>Which way; null leaves it to Backlog, which goes down.</summary>
    public SortOrder? Order { get; init; }

    /// <summary>Whether each issue comes with the count of its children.</summary>
    public bool WithChildIssueSummary { get; init; }

    /// <summary>Looks at the parts that the search has to be made in, before it is made; may throw.</summary>
    public Action<IReadOnlyList<IssueFilter>> Check { get; init; } = _ => { };

    /// <summary>The issues that fit.</summary>
    /// <param name="range">Which part of them.</param>
    /// <param name="emit">Takes a page's issues.</param>
    public async Task ListAsync(PageRange range, Func<IReadOnlyList<Issue>, Task> emit)
    {
        if (!filter.Unassigned)
        {
            await StatusesAsync(filter, null, range, emit).ConfigureAwait(false);
            return;
        }

        // Besides somebody's issues there is no telling whether nobody's were looked for.
        if (!(filter.AssigneeIds?.Count > 0) || await UnassignedIssues.AreFoundAsync(http, cancel).ConfigureAwait(false))
        {
            var isFound = false;
            await StatusesAsync(filter, Fits, range, emit).ConfigureAwait(false);
            bool Fits(Issue issue)
            {
                var fits = UnassignedIssues.Fits(issue, filter);
                isFound |= fits;
                return fits;
            }

            if (isFound || await UnassignedIssues.AreFoundAsync(http, cancel).ConfigureAwait(false))
            {
                return;
            }
        }

        await StatusesAsync(WithoutAssignees, i => UnassignedIssues.Fits(i, filter), range, emit).ConfigureAwait(false);
    }

    /// <summary>How many issues fit.</summary>
    public async Task<long> CountAsync()
    {
        if (!filter.Unassigned || await UnassignedIssues.AreFoundAsync(http, cancel).ConfigureAwait(false))
        {
            return filter.ExcludedStatusIds is null ? await Issues.CountAsync(http, filter.Parts(), cancel).ConfigureAwait(false)
                : await ExcludedStatuses.CountAsync(http, filter, projects, cancel).ConfigureAwait(false);
        }

        long count = 0;
        await StatusesAsync(WithoutAssignees, i => UnassignedIssues.Fits(i, filter), PageRange.All, page =>
        {
            count += page.Count;
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return count;
    }

    private IssueFilter WithoutAssignees => filter with { Unassigned = false, AssigneeIds = null };

    private async Task StatusesAsync(IssueFilter asked, Func<Issue, bool>? keep, PageRange range, Func<IReadOnlyList<Issue>, Task> emit)
    {
        if (asked.ExcludedStatusIds is null)
        {
            await PartsAsync(asked, keep, range, emit, null).ConfigureAwait(false);
            return;
        }

        bool Fits(Issue issue) => keep?.Invoke(issue) != false && ExcludedStatuses.Fits(issue, asked);
        var seen = new HashSet<long>();
        long? all = null;
        var most = asked.Parts().Count > 1 ? 0 : ExcludedStatuses.PagesFirst(http, projects);
        if (most > 0)
        {
            var writes = http.Writes;
            var window = new PageWindow(range);
            var isCut = await ReadAsync(0, most).ConfigureAwait(false);
            if (!isCut)
            {
                return;
            }

            all = await Issues.CountAsync(http, (asked with { ExcludedStatusIds = null }).Parts(), cancel).ConfigureAwait(false);
            if (http.Writes == writes && ExcludedStatuses.ShouldReadOn(all.Value, most * PageRange.FullPage, seen.Count))
            {
                await ReadAsync(most * PageRange.FullPage, int.MaxValue).ConfigureAwait(false);
                if (http.Writes == writes)
                {
                    return;
                }

                // The pipeline may have taken from the list what it was given, and the rest moved up past the place.
                await PartsAsync(asked, i => Fits(i) && !seen.Contains(i.Id), window.Rest, emit, null).ConfigureAwait(false);
                return;
            }

            // What was handed out is not handed out again.
            range = window.Rest;

            // Reads so many pages; whether there is more that is wanted.
            async Task<bool> ReadAsync(long from, int count)
            {
                var pages = 0;
                var hasMore = false;
                await PartsAsync(asked, null, new PageRange(from, long.MaxValue), page =>
                {
                    var fits = page.Where(i => Fits(i) && seen.Add(i.Id)).ToList();
                    return fits.Count == 0 ? Task.CompletedTask : emit(window.Of(fits));
                }, page =>
                {
                    // The page is looked at before it is handed out.
                    hasMore = page.Count == PageRange.FullPage && window.Left > page.Count(i => Fits(i) && !seen.Contains(i.Id));
                    return !hasMore || ++pages >= count;
                }).ConfigureAwait(false);
                return hasMore;
            }
        }

        bool IsNew(Issue issue) => !seen.Contains(issue.Id);
        if (await ExcludedStatuses.ResolveAsync(http, asked, projects, all, cancel).ConfigureAwait(false) is { } resolved)
        {
            if (ExcludedStatuses.IsNone(resolved))
            {
                return;
            }

            await PartsAsync(resolved, seen.Count == 0 ? keep : i => keep?.Invoke(i) != false && IsNew(i), range, emit, null).ConfigureAwait(false);
        }
        else
        {
            await PartsAsync(asked, i => Fits(i) && IsNew(i), range, emit, null).ConfigureAwait(false);
        }
    }

    private Task PartsAsync(
        IssueFilter asked, Func<Issue, bool>? keep, PageRange range, Func<IReadOnlyList<Issue>, Task> emit, Func<IReadOnlyList<Issue>, bool>? isEnough)
    {
        var parts = asked.Parts();
        Check(parts);
        return Issues.ListAsync(http, parts, Query, range, emit, cancel, keep, isEnough);
    }

    private Query Query(IssueFilter part) =>
        part.ToQuery().Add("sort", Sort).Add("order", Order).Add("expand[]", WithChildIssueSummary ? "childIssueSummary" : null);
}
