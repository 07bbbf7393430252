using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Converts plain values to what PowerShell handles best: dictionaries become objects with properties.</summary>
internal static class PlainObjects
{
    public static object? From(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => From(fields),
        object?[] items => items.Select(From).ToArray(),
        _ => value,
    };

    /// <summary>
    /// The items of an array, including nulls as ConvertFrom-Json returns them; a single value as itself; nothing for
    /// null.
    /// </summary>
    public static IEnumerable<object?> ItemsOf(object? value, string space) => value switch
    {
        null => Enumerable.Empty<object?>(),
        object?[] items => items.Select(i => OfSpace(From(i), space)),
        _ => new[] { OfSpace(From(value), space) },
    };

    private static PSObject From(IReadOnlyDictionary<string, object?> fields)
    {
        var result = new PSObject();
        foreach (var field in fields)
        {
            // Unlike JSON fields, property names are case-insensitive and cannot be empty.
            var name = field.Key.Length == 0 ? "_" : field.Key;
            while (result.Properties[name] is not null)
            {
                name += "_";
            }

            result.Properties.Add(new PSNoteProperty(name, From(field.Value)));
        }

        return result;
    }

    // Adds the space, so that a pipeline stays on it.
    private static object? OfSpace(object? item, string space)
    {
        if (item is PSObject o && o.Properties["Space"] is null)
        {
            o.Properties.Add(new PSNoteProperty("Space", space));
        }

        return item;
    }
}
