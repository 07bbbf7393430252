using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Transport;

/// <summary>
/// The parameters of a request, in order. A null value is not sent, because many endpoints refuse parameters that they
/// do not know, even empty ones.
/// </summary>
internal sealed class Query
{
    private readonly List<KeyValuePair<string, string>> pairs = new();

    public Query Add(string name, string? value)
    {
        if (value is not null)
        {
            pairs.Add(new KeyValuePair<string, string>(name, value));
        }

        return this;
    }

    public Query Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public Query Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public Query Add(string name, SortOrder? value) =>
        Add(name, value is null ? null : value == SortOrder.Ascending ? "asc" : "desc");

    /// <summary>Adds an array parameter: <c>statusId[]=1&amp;statusId[]=2</c>. Null or empty sends nothing.</summary>
    public Query AddAll(string name, IEnumerable<long>? values)
    {
        foreach (var value in values ?? Array.Empty<long>())
        {
            Add(name, value);
        }

        return this;
    }

    /// <summary>The last value of a parameter; null if it is not set.</summary>
    public string? Value(string name) => pairs.Where(p => p.Key == name).Select(p => p.Value).LastOrDefault();

    /// <summary>Names and values, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>The names, including repeated ones.</summary>
    public IEnumerable<string> Names => pairs.Select(p => p.Key);

    /// <summary>A copy without some parameters.</summary>
    public Query Without(params string[] names)
    {
        var copy = new Query();
        copy.pairs.AddRange(pairs.Where(p => !names.Contains(p.Key)));
        return copy;
    }

    /// <summary>Parses the query part of a URL and adds its parameters.</summary>
    public Query AddText(string text)
    {
        foreach (var pair in text.Split(new[] { '&' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(new[] { '=' }, 2);
            Add(Unescape(parts[0]), parts.Length == 2 ? Unescape(parts[1]) : "");
        }

        return this;
    }

    /// <summary>The query with its question mark; empty if there are no parameters.</summary>
    public override string ToString() =>
        pairs.Count == 0
            ? ""
            : "?" + string.Join("&", pairs.Select(p => Escape(p.Key) + "=" + Escape(p.Value)));

    /// <summary>Names and values for people, with secrets masked.</summary>
    public string Describe() => string.Join(", ", pairs.Select(p => p.Key + "=" + (Redaction.IsSecretName(p.Key) ? "***" : p.Value)));

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // .NET Framework refuses to escape more than 65,519 characters at once; a description can be longer.
    private static string Escape(string text)
    {
        const int most = 32_000;
        if (text.Length <= most)
        {
            // .NET Framework refuses half of a surrogate pair, instead of sending the sign for an unknown character.
            return Uri.EscapeDataString(VisibleText.WithoutHalves(text));
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return Uri.EscapeDataString(text.Substring(0, end)) + Escape(text.Substring(end));
    }
}
