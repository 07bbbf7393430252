using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;
using BacklogPS.Pipeline;
using BacklogPS.Transport;

namespace BacklogPS.Parameters;

/// <summary>
/// Converts a hashtable to parameters in Backlog's form: <c>@{ statusId = 1, 2 }</c> becomes
/// <c>statusId[]=1&amp;statusId[]=2</c>.
/// </summary>
internal static class RawParameters
{
    private static readonly Regex CustomField = new("^customField_[0-9]+$", RegexOptions.CultureInvariant);

    /// <param name="parameters">The parameters so far.</param>
    /// <param name="given">Names and values; an array repeats its name with brackets.</param>
    /// <param name="keepEmpty">
    /// Whether null and an empty array are sent as an empty value, which clears a field, or not at all.
    /// </param>
    /// <exception cref="BacklogException">A value cannot be converted to a parameter.</exception>
    public static Query AddFrom(this Query parameters, IDictionary? given, bool keepEmpty)
    {
        foreach (DictionaryEntry entry in given ?? new Hashtable())
        {
            var name = entry.Key.ToString();
            var value = Wrapped.Bare(entry.Value);
            if (value is IEnumerable items and not string and not IDictionary)
            {
                name = name.EndsWith("[]", StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name;
                var texts = items.Cast<object?>().Select(i => Text(name, i)).OfType<string>().ToList();
                if (CustomField.IsMatch(name))
                {
                    AddIndexed(parameters, name, texts, keepEmpty);
                    continue;
                }

                foreach (var text in texts.Count == 0 && keepEmpty ? new[] { "" } : texts.AsEnumerable())
                {
                    parameters.Add(name + "[]", text);
                }
            }
            else
            {
                parameters.Add(name, Text(name, value) ?? (keepEmpty ? "" : null));
            }
        }

        return parameters;
    }

    // Custom fields are an exception: with [], a write is refused and a filter may be ignored. Without items, the name
    // alone clears a field.
    private static void AddIndexed(Query parameters, string name, IReadOnlyList<string> texts, bool keepEmpty)
    {
        for (var at = 0; at < texts.Count; at++)
        {
            parameters.Add($"{name}[{at.ToString(CultureInfo.InvariantCulture)}]", texts[at]);
        }

        if (texts.Count == 0 && keepEmpty)
        {
            parameters.Add(name, "");
        }
    }

    private static string? Text(string name, object? value) => Wrapped.Bare(value) switch
    {
        null => null,
        string text => text,
        char letter => letter.ToString(),
        Guid id => id.ToString(),
        Uri address => address.OriginalString,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag ? "true" : "false",
        IFormattable day when IsDay(day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number when IsNumber(number) => number.ToString(null, CultureInfo.InvariantCulture),

        // The text of any other object is its type's name, or empty, which would clear the field.
        var other => throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ParameterNotSendable, name, other.GetType().Name))
        {
            NextStep = CmdletMessages.ParameterNotSendableNext,
            Target = name,
        },
    };

    // All dates in the API are calendar days. DateOnly is compared by name, because netstandard2.0 does not have it.
    private static bool IsDay(object value) => value is DateTime or DateTimeOffset || value.GetType().FullName == "System.DateOnly";

    // The name of an enum value is not what the API calls it, and its number may not be what the API expects.
    private static bool IsNumber(object value) =>
        value is BigInteger || (value is not Enum && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal);
}
