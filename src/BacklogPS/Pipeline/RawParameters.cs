using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Http;

namespace BacklogPS.Pipeline;

/// <summary>Turns a hashtable into parameters as Backlog takes them: <c>@{ statusId = 1, 2 }</c> is <c>statusId[]=1&amp;statusId[]=2</c>.</summary>
internal static class RawParameters
{
    /// <param name="parameters">What a request has already.</param>
    /// <param name="given">Names and values; an array repeats its name with brackets.</param>
    /// <param name="keepEmpty">Whether null and an empty array are sent as an empty value, which clears a field, or not at all.</param>
    public static Query AddFrom(this Query parameters, IDictionary? given, bool keepEmpty)
    {
        foreach (DictionaryEntry entry in given ?? new Hashtable())
        {
            var name = Text(entry.Key) ?? "";
            var value = Bare(entry.Value);
            if (value is IEnumerable items and not string)
            {
                name = name.EndsWith("[]", StringComparison.Ordinal) ? name : name + "[]";
                var texts = items.Cast<object?>().Select(Text).ToList();
                foreach (var text in texts.Count == 0 && keepEmpty ? new[] { "" } : texts.AsEnumerable())
                {
                    parameters.Add(name, text);
                }
            }
            else
            {
                parameters.Add(name, Text(value) ?? (keepEmpty ? "" : null));
            }
        }

        return parameters;
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string? Text(object? value) => Bare(value) switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag ? "true" : "false",

        // All dates that the API takes are days.
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
