using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for priorities.</summary>
internal static class Priorities
{
    /// <summary>The priority Normal, whose id is the same in every space.</summary>
    public const long Normal = 3;

    /// <summary>The priorities of the space. https://developer.nulab.com/docs/backlog/api/2/get-priority-list/</summary>
    public static Task<IReadOnlyList<Priority>> ListAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetListAsync<Priority>(ApiPath.Of("priorities"), null, cancel);

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Priority>> LookUpAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync("priorities", () => ListAsync(http, cancel));
}
