using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on what one looked at lately.</summary>
internal static class RecentItems
{
    /// <summary>
    /// The issues, projects or wiki pages. https://developer.nulab.com/docs/backlog/api/2/get-list-of-recently-viewed-issues/,
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
            ApiPath.Of("users", "myself", "recentlyViewed" + type + "s"),
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
}
