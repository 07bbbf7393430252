using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for milestones (versions).</summary>
internal static class Milestones
{
    /// <summary>The milestones (versions) of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-version-milestone-list/</summary>
    public static Task<IReadOnlyList<Milestone>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<Milestone>(ApiPath.Of("projects", project, "versions"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Milestone>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>Adds a milestone. https://developer.nulab.com/docs/backlog/api/2/add-version-milestone/</summary>
    public static Task<Milestone> AddAsync(BacklogHttp http, string project, MilestoneFields fields, CancellationToken cancel) =>
        http.AddAsync<Milestone>(ApiPath.Of("projects", project, "versions"), fields.ToFields(), cancel).OfProject(project);

    /// <summary>Changes a milestone. https://developer.nulab.com/docs/backlog/api/2/update-version-milestone/</summary>
    public static Task<Milestone> UpdateAsync(BacklogHttp http, string project, long id, MilestoneFields fields, CancellationToken cancel) =>
        http.ChangeAsync<Milestone>(ApiPath.Of("projects", project, "versions", id), fields.ToFields(), cancel).OfProject(project);

    /// <summary>
    /// Removes a milestone. Its issues stay. https://developer.nulab.com/docs/backlog/api/2/delete-version/
    /// </summary>
    public static Task<Milestone?> RemoveAsync(BacklogHttp http, string project, long id, CancellationToken cancel) =>
        http.RemoveAsync<Milestone>(ApiPath.Of("projects", project, "versions", id), cancel).OfProject(project);

    private static string LookUpName(string project) => "versions of " + project;
}
