using System.Collections.Generic;
using System.Threading.Tasks;

namespace BacklogPS.Resources;

/// <summary>Tells objects which project they came from; the API gives a number at most.</summary>
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
}
