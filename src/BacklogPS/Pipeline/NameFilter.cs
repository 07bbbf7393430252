using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace BacklogPS.Pipeline;

/// <summary>Emits of a list what names choose.</summary>
internal static class NameFilter
{
    /// <summary>
    /// Emits, in the list's order, the items that one of the names fits, case aside; a wildcard may fit none, a literal
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

        await output.WriteAllAsync(items.Where(i => wanted.Any(w => Fits(w, names(i))))).ConfigureAwait(false);
        foreach (var missing in wanted.Where(w => !WildcardPattern.ContainsWildcardCharacters(w) && !items.Any(i => Fits(w, names(i)))))
        {
            var all = items.Select(i => names(i).FirstOrDefault(n => n is not null) ?? "?").ToList();
            await output.WriteErrorAsync(NameResolver.Unknown(what, where, missing, all), missing).ConfigureAwait(false);
        }
    }

    // The text itself counts too: names hold brackets, which a wildcard would take for a set.
    private static bool Fits(string wanted, IEnumerable<string?> names)
    {
        var pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        return names.Any(n => n is not null && (n.Equals(wanted, StringComparison.OrdinalIgnoreCase) || pattern.IsMatch(n)));
    }
}
