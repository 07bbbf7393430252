using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Http;

/// <summary>
/// The parameters of a request, in order. What is null is not sent at all: many endpoints refuse a parameter that they
/// do not know, even an empty one.
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

    /// <summary>A parameter that repeats: <c>statusId[]=1&amp;statusId[]=2</c>; null or empty sends nothing.</summary>
    public Query AddAll(string name, IEnumerable<long>? values)
    {
        foreach (var value in values ?? Array.Empty<long>())
        {
            Add(name, value);
        }

        return this;
    }

    /// <summary>The query with its question mark; empty where there are no parameters.</summary>
    public override string ToString() =>
        pairs.Count == 0
            ? ""
            : "?" + string.Join("&", pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value)));
}
