using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>Resolves the names that a user gives to the ids that the API expects.</summary>
internal static class NameResolver
{
    // The maximum number of names that an error lists; a space can have thousands of users.
    private const int Listed = 30;

    /// <summary>
    /// Resolves the texts to ids, without duplicates. A text means an exact name, or else a name that differs only in
    /// case, or else an id, or else (with wildcards) every matching name, or else a name with the same normal form. A
    /// text that matches nothing is an error and never silently drops a filter.
    /// </summary>
    /// <param name="what">The kind of object, in the user's words: "status", "user".</param>
    /// <param name="where">Where the items were looked up: a project, a space.</param>
    /// <param name="texts">The texts that the user gave.</param>
    /// <param name="items">The items.</param>
    /// <param name="id">An item's id.</param>
    /// <param name="names">Returns an item's names. For a user these are the name and the sign-in id.</param>
    /// <exception cref="BacklogException">A text matches nothing, or matches several items without wildcards.</exception>
    public static IReadOnlyList<long> Resolve<T>(
        string what,
        string where,
        IEnumerable<string> texts,
        IReadOnlyList<T> items,
        Func<T, long> id,
        Func<T, IEnumerable<string?>> names) =>
        ResolveInAny(what, new[] { (where, items) }, texts, id, names);

    /// <summary>
    /// Resolves the texts in several lists, such as those of several projects. Each list is searched separately, and a
    /// match in one is enough.
    /// </summary>
    public static IReadOnlyList<long> ResolveInAny<T>(
        string what,
        IReadOnlyList<(string Where, IReadOnlyList<T> Items)> lists,
        IEnumerable<string> texts,
        Func<T, long> id,
        Func<T, IEnumerable<string?>> names)
    {
        var ids = new List<long>();
        foreach (var text in texts)
        {
            var found = lists.SelectMany(l => ByName(what, l.Where, text, l.Items, id, names)).ToList();

            // If a number is a name in one list, it is not treated as an id in the others.
            ids.AddRange(found.Count > 0
                ? found
                : AsId(text) ?? throw Unknown(what, string.Join(", ", lists.Select(l => l.Where)), text, lists.SelectMany(l => l.Items).Select(i => Shown(i, names)).Distinct().ToList()));
        }

        return ids.Distinct().ToList();
    }

    /// <summary>The ids that a text matches; none if it matches nothing.</summary>
    public static IReadOnlyList<long> Find<T>(
        string what, string where, string text, IReadOnlyList<T> items, Func<T, long> id, Func<T, IEnumerable<string?>> names)
    {
        var named = ByName(what, where, text, items, id, names);
        return named.Count > 0 ? named : AsId(text) ?? named;
    }

    /// <summary>The same, but without trying the text as an id.</summary>
    public static IReadOnlyList<long> ByName<T>(
        string what, string where, string text, IReadOnlyList<T> items, Func<T, long> id, Func<T, IEnumerable<string?>> names)
    {
        // A name that has wildcards may be given as it is or escaped.
        foreach (var name in new[] { text, WildcardPattern.Unescape(text) })
        {
            foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
            {
                if (One(n => name.Equals(n, comparison)) is { } found)
                {
                    return new[] { found };
                }
            }
        }

        if (NameText.IsPattern(text))
        {
            return NameText.Fitting(new[] { text }, items, names).Select(id).ToList();
        }

        // A number can only be an id here, so it is not compared with names in their normal form.
        return !Numbers.IsNumber(text) && One(n => NameText.SameInNormalForm(text, n)) is { } same ? new[] { same } : Array.Empty<long>();

        long? One(Func<string?, bool> isName)
        {
            var named = items.Where(i => names(i).Any(isName)).ToList();
            return named.Count > 1
                ? throw Ambiguous(what, where, text, named.Select(i => $"{Shown(i, names)} ({id(i)})"))
                : named.Count == 1 ? id(named[0]) : null;
        }
    }

    private static IReadOnlyList<long>? AsId(string text) =>
        long.TryParse(NameText.Normal(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new[] { number } : null;

    private static string Shown<T>(T item, Func<T, IEnumerable<string?>> names) => names(item).FirstOrDefault(n => n is not null) ?? "?";

    internal static BacklogException Ambiguous(string what, string where, string text, IEnumerable<string> fitting) =>
        new(BacklogErrorKind.NameAmbiguous, Message.Of(CmdletMessages.NameAmbiguous, what, text, where, string.Join(", ", fitting)))
        {
            NextStep = CmdletMessages.NameAmbiguousNext,
            Target = text,
        };

    internal static BacklogException Unknown(string what, string where, string text, IReadOnlyList<string> all) =>
        new(BacklogErrorKind.NameUnknown, Message.Of(Messages.NameUnknown, what, text, where))
        {
            NextStep = WhatThereIs(all),
            Target = text,
        };

    /// <summary>The next step in an error about an unknown name.</summary>
    internal static string WhatThereIs(IReadOnlyList<string> all) => all.Count == 0
        ? CmdletMessages.NameUnknownNoneNext
        : Message.Of(CmdletMessages.NameUnknownNext, string.Join(", ", all.Take(Listed)) + (all.Count > Listed ? ", ..." : ""));
}
