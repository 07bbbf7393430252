using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Names;

/// <summary>Emits of a list what names choose.</summary>
internal static class NameFilter
{
    /// <summary>
    /// Emits, in the list's order, the items that one of the names fits, see <see cref="NameText"/>; a wildcard may fit none, a literal
    /// name that fits none is reported with what there is.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="what">What it is, in the user's words: "status", "user".</param>
    /// <param name="where">Where it was looked for: a project, a space.</param>
    /// <param name="wanted">What the user gave; null for all.</param>
    /// <param name="items">What there is.</param>
    /// <param name="names">An item's names; the first is the one shown.</param>
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
