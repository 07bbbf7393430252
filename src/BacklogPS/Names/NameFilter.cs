using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Names;

/// <summary>Emits the items of a list that match names.</summary>
internal static class NameFilter
{
    /// <summary>
    /// Emits the items that match one of the names (see <see cref="NameText"/>), in the order of the list. A pattern
    /// may match nothing. If a literal name matches nothing, the error lists the existing names.
    /// </summary>
    /// <param name="output">The pipeline.</param>
    /// <param name="what">The kind of object, in the user's words: "status", "user".</param>
    /// <param name="where">Where the items were looked up: a project, a space.</param>
    /// <param name="wanted">The names that the user gave; null for all items.</param>
    /// <param name="items">The items.</param>
    /// <param name="names">Returns an item's names. Messages show the first one.</param>
    public static async Task WriteNamedAsync<T>(
        this PipelineOutput output,
        string what,
        string where,
        IReadOnlyList<string>? wanted,
        IReadOnlyList<T> items,
        Func<T, IEnumerable<string?>> names)
    {
        if (wanted is null)
        {
            await output.WriteAllAsync(items).ConfigureAwait(false);
            return;
        }

        var fits = wanted.Select(w => NameText.Fits(w, items, names)).ToList();
        await output.WriteAllAsync(items.Where((_, index) => fits.Any(f => f[index]))).ConfigureAwait(false);
        foreach (var missing in wanted.Where((w, index) => !NameText.IsPattern(w) && !fits[index].Contains(true)))
        {
            var all = items.Select(i => names(i).FirstOrDefault(n => n is not null) ?? "?").ToList();
            await output.WriteErrorAsync(NameResolver.Unknown(what, where, missing, all), missing).ConfigureAwait(false);
        }
    }
}
