using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Turns plain values into what PowerShell handles best: dictionaries into objects with properties.</summary>
internal static class PlainObjects
{
    public static object? From(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => From(fields),
        object?[] items => items.Select(From).ToArray(),
        _ => value,
    };

    /// <summary>The items of an array, null among them as ConvertFrom-Json gives it; or the one value; nothing for null alone.</summary>
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
            // Properties differ in more than case and have a name; a field of JSON need not.
            var name = field.Key.Length == 0 ? "_" : field.Key;
            while (result.Properties[name] is not null)
            {
                name += "_";
            }

            result.Properties.Add(new PSNoteProperty(name, From(field.Value)));
        }

        return result;
    }

    // So that a pipeline stays on its space.
    private static object? OfSpace(object? item, string space)
    {
        if (item is PSObject o && o.Properties["Space"] is null)
        {
            o.Properties.Add(new PSNoteProperty("Space", space));
        }

        return item;
    }
}
