using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>Sets on objects which project they belong to. The API returns only the project's id, if anything.</summary>
internal static class ProjectObjects
{
    public static async Task<IReadOnlyList<T>> OfProject<T>(this Task<IReadOnlyList<T>> list, string project)
        where T : ProjectObject
    {
        var items = await list.ConfigureAwait(false);
        foreach (var item in items)
        {
            item.Project = project;
        }

        return items;
    }

    public static async Task<T> OfProject<T>(this Task<T> one, string project)
        where T : ProjectObject?
    {
        var item = await one.ConfigureAwait(false);
        if (item is not null)
        {
            item.Project = project;
        }

        return item;
    }

    /// <summary>
    /// The value for <c>-Project</c> from a project's id: the key if the projects are cached, or else the id.
    /// </summary>
    public static string? Named(BacklogHttp http, long? projectId) =>
        http.Lookups.TryGet<IReadOnlyList<Project>>(Projects.LookUpName)?.FirstOrDefault(p => p.Id == projectId)?.ProjectKey
        ?? projectId?.ToString(CultureInfo.InvariantCulture);
}
