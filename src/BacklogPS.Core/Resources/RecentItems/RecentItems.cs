using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for recently viewed items.</summary>
internal static class RecentItems
{
    /// <summary>
    /// Lists the recently viewed issues, projects or wiki pages.
    /// https://developer.nulab.com/docs/backlog/api/2/get-list-of-recently-viewed-issues/,
    /// https://developer.nulab.com/docs/backlog/api/2/get-list-of-recently-viewed-projects/,
    /// https://developer.nulab.com/docs/backlog/api/2/get-list-of-recently-viewed-wikis/
    /// </summary>
    public static Task ListAsync(
        BacklogHttp http,
        RecentItemType type,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<RecentItem>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByOffsetAsync<RecentItem, long>(
            http,
            Path(type),
            () => new Query().Add("order", order),
            range,
            i => i.Id,
            items =>
            {
                foreach (var item in items)
                {
                    item.Type = type;
                    if (item.Page is { } page)
                    {
                        Wikis.Stamp(page, ProjectObjects.Named(http, page.ProjectId));
                    }
                }

                return emit(items);
            },
            cancel);

    /// <summary>
    /// Puts an issue at the top of the recently viewed issues and returns it.
    /// https://developer.nulab.com/docs/backlog/api/2/add-recently-viewed-issue/
    /// </summary>
    public static Task<Issue?> AddAsync(BacklogHttp http, Issue issue, CancellationToken cancel) =>
        http.PostAgainAsync<Issue>(Path(RecentItemType.Issue), new Fields().Set("issueIdOrKey", issue.IssueKey), cancel);

    /// <summary>
    /// Puts a wiki page at the top of the recently viewed wiki pages and returns it.
    /// https://developer.nulab.com/docs/backlog/api/2/add-recently-viewed-wiki/
    /// </summary>
    public static async Task<Wiki?> AddAsync(BacklogHttp http, Wiki page, CancellationToken cancel)
    {
        var added = await http.PostAgainAsync<Wiki>(Path(RecentItemType.Wiki), new Fields().Add("wikiId", page.Id), cancel).ConfigureAwait(false);
        if (added is not null)
        {
            Wikis.Stamp(added, page.Project);
        }

        return added;
    }

    private static ApiPath Path(RecentItemType type) => ApiPath.Of("users", "myself", "recentlyViewed" + type + "s");
}
