using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace BacklogPS.Parameters;

/// <summary>
/// How names that a user gives are compared with the names that things have: the same in every culture, for in Turkish I
/// is not the capital of i.
/// </summary>
internal static class NameText
{
    /// <summary>
    /// The form in which two names are the same that look the same: what a Mac writes in parts (か and a voicing mark), what
    /// an input method makes full-width, and the blank that a cell of a spreadsheet ends with.
    /// </summary>
    public static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no normal form.
            return text.Trim();
        }
    }

    /// <summary>Whether the text has wildcards. A bracket that is not closed is none, and means itself.</summary>
    public static bool IsPattern(string text) => WildcardPattern.ContainsWildcardCharacters(text) && PatternOf(text) is not null;

    /// <summary>
    /// For each of the items whether the text fits one of its names: by being the name, case aside, or by its wildcards;
    /// where that leaves none, the same in the normal form.
    /// </summary>
    public static IReadOnlyList<bool> Fits<T>(string text, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var found = FitsAsGiven(text, items, i => names(i));
        return found.Contains(true) ? found : FitsAsGiven(Normal(text), items, i => names(i).Select(n => n is null ? null : Normal(n)));
    }

    /// <summary>The items, in their order, that one of the texts fits.</summary>
    public static IReadOnlyList<T> Fitting<T>(IReadOnlyList<string> texts, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var fits = texts.Select(t => Fits(t, items, names)).ToList();
        return items.Where((_, index) => fits.Any(f => f[index])).ToList();
    }

    /// <summary>Whether the texts are the same in the normal form, case aside.</summary>
    public static bool SameInNormalForm(string one, string? other) =>
        other is not null && Normal(one).Equals(Normal(other), StringComparison.OrdinalIgnoreCase);

    // The text itself counts too: names hold brackets, which a wildcard would take for a set.
    private static IReadOnlyList<bool> FitsAsGiven<T>(string text, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var pattern = PatternOf(text);
        return items.Select(i => names(i).Any(n => n is not null && (n.Equals(text, StringComparison.OrdinalIgnoreCase) || pattern?.IsMatch(n) == true))).ToList();
    }

    private static WildcardPattern? PatternOf(string text)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(text))
        {
            return null;
        }

        try
        {
            var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

            // Read only when it is first matched.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
