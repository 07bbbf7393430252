using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for categories.</summary>
internal static class Categories
{
    /// <summary>The categories of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-category-list/</summary>
    public static Task<IReadOnlyList<Category>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<Category>(ApiPath.Of("projects", project, "categories"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Category>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>Adds a category to a project. https://developer.nulab.com/docs/backlog/api/2/add-category/</summary>
    public static Task<Category> AddAsync(BacklogHttp http, string project, string name, CancellationToken cancel) =>
        http.AddAsync<Category>(ApiPath.Of("projects", project, "categories"), new Fields().Set("name", name), cancel).OfProject(project);

    /// <summary>Renames a category. https://developer.nulab.com/docs/backlog/api/2/update-category/</summary>
    public static Task<Category> UpdateAsync(BacklogHttp http, string project, long id, string name, CancellationToken cancel) =>
        http.ChangeAsync<Category>(PathOf(project, id), new Fields().Set("name", name), cancel).OfProject(project);

    /// <summary>
    /// Removes a category. Its issues stay. Null if the response is empty.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-category/
    /// </summary>
    public static Task<Category?> RemoveAsync(BacklogHttp http, string project, long id, CancellationToken cancel) =>
        http.RemoveAsync<Category>(PathOf(project, id), cancel).OfProject(project);

    private static ApiPath PathOf(string project, long id) => ApiPath.Of("projects", project, "categories", id);

    private static string LookUpName(string project) => "categories of " + project;
}
