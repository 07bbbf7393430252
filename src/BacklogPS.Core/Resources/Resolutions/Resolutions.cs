using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for resolutions.</summary>
internal static class Resolutions
{
    /// <summary>The resolutions of the space. https://developer.nulab.com/docs/backlog/api/2/get-resolution-list/</summary>
    public static Task<IReadOnlyList<Resolution>> ListAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetListAsync<Resolution>(ApiPath.Of("resolutions"), null, cancel);

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Resolution>> LookUpAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync("resolutions", () => ListAsync(http, cancel));
}
