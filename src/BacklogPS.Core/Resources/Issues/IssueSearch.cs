using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>
/// A search for issues with filters that the API does not have: all statuses except some, and unassigned. It takes as
/// few requests as possible.
/// </summary>
internal sealed class IssueSearch
{
    private readonly BacklogHttp http;
    private readonly IssueFilter filter;
    private readonly IReadOnlyList<string> projects;
    private readonly CancellationToken cancel;

    /// <param name="http">The connection to the space.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="projects">Keys or ids of the projects that are meant; empty for all.</param>
    /// <param name="cancel">Cancels the request.</param>
    public IssueSearch(BacklogHttp http, IssueFilter filter, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        this.http = http;
        this.filter = filter;
        this.projects = projects;
        this.cancel = cancel;
    }

    /// <summary>The API's name of the field to sort by; null for Backlog's default.</summary>
    public string? Sort { get; init; }

    /// <summary>The order; null for Backlog's default, which is descending.</summary>
    public SortOrder? Order { get; init; }

    /// <summary>Whether to include the number of child issues.</summary>
    public bool WithChildIssueSummary { get; init; }

    /// <summary>Checks the parts of the search before it is made. May throw.</summary>
    public Action<IReadOnlyList<IssueFilter>> Check { get; init; } = _ => { };

    /// <summary>Lists the matching issues.</summary>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page's issues.</param>
    public async Task ListAsync(PageRange range, Func<IReadOnlyList<Issue>, Task> emit)
    {
        if (!filter.Unassigned)
        {
            await StatusesAsync(filter, null, range, emit).ConfigureAwait(false);
            return;
        }

        // If assignees are given as well, the result does not show whether the space understood the filter for
        // unassigned issues.
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

    /// <summary>The number of matching issues.</summary>
    public async Task<long> CountAsync()
    {
        if (!filter.Unassigned || await UnassignedIssues.AreFoundAsync(http, cancel).ConfigureAwait(false))
        {
            return filter.ExcludedStatusIds is null ? await Issues.CountAsync(http, filter.Parts(), cancel).ConfigureAwait(false)
                : await ExcludedStatuses.CountAsync(http, filter, projects, cancel).ConfigureAwait(false)
                ?? await ReadCountAsync(filter, null).ConfigureAwait(false);
        }

        return await ReadCountAsync(WithoutAssignees, i => UnassignedIssues.Fits(i, filter)).ConfigureAwait(false);
    }

    private async Task<long> ReadCountAsync(IssueFilter asked, Func<Issue, bool>? keep)
    {
        long count = 0;
        await StatusesAsync(asked, keep, PageRange.All, page =>
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

                // The pipeline may have changed issues so that they left the list, and the rest moved up past the
                // current position.
                await PartsAsync(asked, i => Fits(i) && !seen.Contains(i.Id), window.Rest, emit, null).ConfigureAwait(false);
                return;
            }

            // Issues that were emitted are not emitted again.
            range = window.Rest;

            // Reads the given number of pages. Returns whether there may be more wanted issues.
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
                    // This check runs before the page is emitted.
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
