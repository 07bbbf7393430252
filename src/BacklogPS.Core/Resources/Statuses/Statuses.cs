using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on statuses.</summary>
internal static class Statuses
{
    /// <summary>The statuses of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-status-list-of-project/</summary>
    public static Task<IReadOnlyList<Status>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Status>(ApiPath.Of("projects", project, "statuses"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<Status>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("statuses of " + project, () => ListAsync(http, project, cancel));
}
