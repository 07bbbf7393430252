using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for Git repositories.</summary>
internal static class GitRepositories
{
    /// <summary>The repositories of a project. https://developer.nulab.com/docs/backlog/api/2/get-list-of-git-repositories/</summary>
    public static Task<IReadOnlyList<GitRepository>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<GitRepository>(ApiPath.Of("projects", project, "git", "repositories"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<GitRepository>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>One repository by name or id. https://developer.nulab.com/docs/backlog/api/2/get-git-repository/</summary>
    public static Task<GitRepository> GetAsync(BacklogHttp http, string project, string nameOrId, CancellationToken cancel) =>
        http.GetAsync<GitRepository>(ApiPath.Of("projects", project, "git", "repositories", nameOrId), null, cancel).OfProject(project);

    private static string LookUpName(string project) => "repositories of " + project;
}
