using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace BacklogPS.Parameters;

/// <summary>
/// Compares a user's names with the names of objects, in the same way in every culture, because in Turkish I is not the
/// capital of i.
/// </summary>
internal static class NameText
{
    /// <summary>
    /// The normal form of a name, in which names that look the same are equal. It unifies characters that a Mac
    /// decomposes (か and a voicing mark), full-width characters from an input method, and spaces around a spreadsheet
    /// cell.
    /// </summary>
    public static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate has no normal form.
            return text.Trim();
        }
    }

    /// <summary>Whether the text has wildcards. An unclosed bracket is not a wildcard but literal.</summary>
    public static bool IsPattern(string text) => WildcardPattern.ContainsWildcardCharacters(text) && PatternOf(text) is not null;

    /// <summary>
    /// For each item, whether the text matches one of its names: as the name itself, ignoring case, or by its
    /// wildcards. If nothing matches, the normal forms are compared.
    /// </summary>
    public static IReadOnlyList<bool> Fits<T>(string text, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var found = FitsAsGiven(text, items, i => names(i));
        return found.Contains(true) ? found : FitsAsGiven(Normal(text), items, i => names(i).Select(n => n is null ? null : Normal(n)));
    }

    /// <summary>The items that match one of the texts, in order.</summary>
    public static IReadOnlyList<T> Fitting<T>(IReadOnlyList<string> texts, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var fits = texts.Select(t => Fits(t, items, names)).ToList();
        return items.Where((_, index) => fits.Any(f => f[index])).ToList();
    }

    /// <summary>Whether the normal forms are the same, ignoring case.</summary>
    public static bool SameInNormalForm(string one, string? other) =>
        other is not null && Normal(one).Equals(Normal(other), StringComparison.OrdinalIgnoreCase);

    // The literal text counts too, because names can contain brackets, which would be a wildcard set, and so does the text
    // that was escaped, as PowerShell users do with such names.
    private static IReadOnlyList<bool> FitsAsGiven<T>(string text, IReadOnlyList<T> items, Func<T, IEnumerable<string?>> names)
    {
        var pattern = PatternOf(text);
        var plain = WildcardPattern.Unescape(text);
        return items.Select(i => names(i).Any(n => n is not null && (IsName(n) || pattern?.IsMatch(n) == true))).ToList();

        bool IsName(string name) => name.Equals(text, StringComparison.OrdinalIgnoreCase) || name.Equals(plain, StringComparison.OrdinalIgnoreCase);
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

            // The pattern is parsed only when it is first matched.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
