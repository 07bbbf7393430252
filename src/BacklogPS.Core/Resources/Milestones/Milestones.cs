using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on milestones (versions).</summary>
internal static class Milestones
{
    /// <summary>The milestones (versions) of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-version-milestone-list/</summary>
    public static Task<IReadOnlyList<Milestone>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Milestone>(ApiPath.Of("projects", project, "versions"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<Milestone>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("versions of " + project, () => ListAsync(http, project, cancel));
}
