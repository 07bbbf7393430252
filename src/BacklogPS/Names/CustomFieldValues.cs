using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Json;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Names;

/// <summary>Translates <c>-CustomField @{ name or id = value }</c> into fields of a write to an issue.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/update-issue/ (custom fields)</remarks>
internal static class CustomFieldValues
{
    /// <param name="project">The project of the fields.</param>
    /// <param name="wanted">Names or ids of fields, and values.</param>
    /// <param name="fields">The fields of the project.</param>
    /// <param name="issueType">The issue's type; null if it is not known.</param>
    /// <param name="culture">The culture of dates and numbers in text.</param>
    /// <exception cref="BacklogException">A field or an item is unknown, or a value does not fit the field.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Resolve(
        string project, IDictionary wanted, IReadOnlyList<CustomField> fields, long? issueType, CultureInfo culture) =>
        wanted.Cast<DictionaryEntry>().SelectMany(w => One(Field(project, Text(w.Key), fields, issueType), Wrapped.BareOrBag(w.Value), project, culture)).ToList();

    private static CustomField Field(string project, string nameOrId, IReadOnlyList<CustomField> fields, long? issueType)
    {
        var field = Lookups.CustomField.One(project, nameOrId, fields);
        if (issueType is { } type && field.ApplicableIssueTypes is { Count: > 0 } types && !types.Contains(type))
        {
            throw Invalid(field, Message.Of(CmdletMessages.CustomFieldOtherType, field.Name), CmdletMessages.CustomFieldOtherTypeNext);
        }

        return field;
    }

    private static IEnumerable<KeyValuePair<string, string>> One(CustomField field, object? value, string project, CultureInfo culture)
    {
        var name = "customField_" + Text(field.Id);
        var (itself, hasItself, other, hasOther) = value switch
        {
            CustomFieldValue given => (given.Value, true, given.OtherValue, given.OtherValue is not null),
            IDictionary parts => (Wrapped.BareOrBag(Part(field, parts, "Value")), parts.Contains("Value") || !parts.Contains("OtherValue"), Text(Part(field, parts, "OtherValue")), parts.Contains("OtherValue")),
            _ => (value, true, null, false),
        };
        foreach (var pair in hasItself ? Itself(field, name, itself, project, culture) : Array.Empty<KeyValuePair<string, string>>())
        {
            yield return pair;
        }

        if (hasOther)
        {
            yield return new KeyValuePair<string, string>(name + "_otherValue", other ?? "");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Itself(CustomField field, string name, object? value, string project, CultureInfo culture)
    {
        if (value is null or ICollection { Count: 0 } or "")
        {
            return new[] { new KeyValuePair<string, string>(name, "") };
        }

        switch (field.TypeId)
        {
            case CustomFieldType.Number:
                return Single(ArgumentReader.Number(value, culture) is { } number ? Text(number) : throw Wrong(field, value, CmdletMessages.NumberInvalidNext));
            case CustomFieldType.Date:
                return Single(CalendarDay.Write(ArgumentReader.Day(value, culture)) ?? throw Wrong(field, value, CmdletMessages.DayInvalidNext));
            case CustomFieldType.SingleList or CustomFieldType.Radio:
                return Single(Item(value is IList { Count: 1 } one ? one[0] : value is IList ? throw Wrong(field, value, CmdletMessages.CustomFieldOneItemNext) : value));
            case CustomFieldType.MultipleList or CustomFieldType.CheckBox:
                // Backlog expects these numbered and refuses customField_9[].
                return (value is IList many ? many.Cast<object?>() : new[] { value }).Select(Item).Distinct()
                    .Select((id, at) => new KeyValuePair<string, string>($"{name}[{Text(at)}]", id));
            default:
                return Single(value is IList lines ? string.Join("\n", lines.Cast<object?>().Select(l => Text(Wrapped.BareOrBag(l)))) : Text(value));
        }

        IEnumerable<KeyValuePair<string, string>> Single(string text) => new[] { new KeyValuePair<string, string>(name, text) };

        string Item(object? given) => Text(Wrapped.BareOrBag(given) is CustomFieldItem item && field.Items.Any(i => i.Id == item.Id && i.Name == item.Name)
            ? item.Id
            : Lookups.ItemOf(field).One(project, Text(Wrapped.BareOrBag(given)), field.Items).Id);
    }

    private static object? Part(CustomField field, IDictionary parts, string name)
    {
        foreach (var key in parts.Keys.Cast<object>().Select(k => Text(k)))
        {
            if (!key.Equals("Value", StringComparison.OrdinalIgnoreCase) && !key.Equals("OtherValue", StringComparison.OrdinalIgnoreCase))
            {
                throw Invalid(field, Message.Of(CmdletMessages.CustomFieldParts, field.Name, key), CmdletMessages.CustomFieldPartsNext);
            }
        }

        return parts[name];
    }

    private static BacklogException Wrong(CustomField field, object value, string next) =>
        Invalid(field, Message.Of(CmdletMessages.CustomFieldValueInvalid, value is IList ? Listed(value) : Text(value), field.Name, field.TypeId), next);

    private static string Listed(object value) => string.Join(", ", ((IList)value).Cast<object?>().Select(v => Text(Wrapped.BareOrBag(v))));

    private static BacklogException Invalid(CustomField field, string message, string? next = null) =>
        new(BacklogErrorKind.ArgumentInvalid, message) { NextStep = next, Target = field.Name };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
