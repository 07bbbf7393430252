using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>Returns what is new in a feed since the last call, each activity once.</summary>
internal sealed class ActivityFollower
{
    private readonly ApiPath feed;
    private readonly IReadOnlyList<long>? types;
    private readonly ICollection<long>? projects;
    private long? next;

    /// <param name="feed">The feed.</param>
    /// <param name="types">The types to return; null for all.</param>
    /// <param name="projects">The ids of the projects to return; null for all projects of the feed.</param>
    /// <param name="from">The smallest id that counts as new; null for activities from now on.</param>
    public ActivityFollower(ApiPath feed, IReadOnlyList<long>? types, ICollection<long>? projects, long? from)
    {
        this.feed = feed;
        this.types = types;
        this.projects = projects;
        next = from;
    }

    /// <summary>
    /// Returns the new activities, oldest first. If no id was given, the first call only finds the newest activity and
    /// returns nothing.
    /// </summary>
    public async Task<IReadOnlyList<Activity>> NewAsync(BacklogHttp http, CancellationToken cancel)
    {
        var found = new List<Activity>();
        if (next is null)
        {
            await ListAsync(http, null, SortOrder.Descending, new PageRange(0, 1), found, cancel).ConfigureAwait(false);
            next = found.Select(a => a.Id).DefaultIfEmpty(0).Max() + 1;
            return Array.Empty<Activity>();
        }

        await ListAsync(http, next, SortOrder.Ascending, PageRange.All, found, cancel).ConfigureAwait(false);
        next = Math.Max(next.Value, found.Select(a => a.Id).DefaultIfEmpty(0).Max() + 1);
        return projects is null ? found : found.Where(a => a.Project is { } project && projects.Contains(project.Id)).ToList();
    }

    private Task ListAsync(BacklogHttp http, long? min, SortOrder order, PageRange range, List<Activity> found, CancellationToken cancel) =>
        Activities.ListAsync(http, feed, types, new IdBounds(min, null), order, range, page =>
        {
            found.AddRange(page);
            return Task.CompletedTask;
        }, cancel);
}
