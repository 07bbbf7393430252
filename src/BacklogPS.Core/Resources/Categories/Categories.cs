using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on categories.</summary>
internal static class Categories
{
    /// <summary>The categories of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-category-list/</summary>
    public static Task<IReadOnlyList<Category>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Category>(ApiPath.Of("projects", project, "categories"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<Category>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("categories of " + project, () => ListAsync(http, project, cancel));
}
