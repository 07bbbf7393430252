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

/// <summary>Translates <c>-CustomField @{ name or id = value }</c> into parameters of the issue list.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-list/ (searching by custom fields)</remarks>
internal static class CustomFieldFilters
{
    /// <param name="project">The project of the fields.</param>
    /// <param name="wanted">Names or ids of fields, and values.</param>
    /// <param name="fields">The fields of the project.</param>
    /// <param name="culture">The culture of dates and numbers in text.</param>
    /// <exception cref="BacklogException">A field or an item is unknown, or a value does not fit the field.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Resolve(
        string project, IDictionary wanted, IReadOnlyList<CustomField> fields, CultureInfo culture) =>
        wanted.Cast<DictionaryEntry>().SelectMany(w => One(Field(project, Text(w.Key), fields), Wrapped.BareOrBag(w.Value), culture)).ToList();

    /// <summary>Returns the field with a name or id.</summary>
    public static CustomField Field(string project, string nameOrId, IReadOnlyList<CustomField> fields)
    {
        var ids = NameResolver.Resolve(CmdletMessages.NounCustomField, project, new[] { nameOrId }, fields, f => f.Id, f => new[] { f.Name });
        var found = fields.Where(f => ids.Contains(f.Id)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw NameResolver.Unknown(CmdletMessages.NounCustomField, project, nameOrId, fields.Select(f => f.Name).ToList()),
            _ => throw NameResolver.Ambiguous(CmdletMessages.NounCustomField, project, nameOrId, found.Select(f => $"{f.Name} ({Text(f.Id)})")),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> One(CustomField field, object? value, CultureInfo culture)
    {
        // Backlog treats a filter without a value as no filter.
        if (value is null or ICollection { Count: 0 } || (value is string text && string.IsNullOrWhiteSpace(text)))
        {
            throw Invalid(field, Message.Of(CmdletMessages.CustomFieldEmpty, field.Name), CmdletMessages.CustomFieldEmptyNext);
        }

        var name = "customField_" + field.Id.ToString(CultureInfo.InvariantCulture);
        switch (field.TypeId)
        {
            case CustomFieldType.Number:
                return Range(field, name, value, v => ArgumentReader.Number(v, culture) is { } number ? Text(number) : null, CmdletMessages.NumberInvalidNext);
            case CustomFieldType.Date:
                return Range(field, name, value, v => CalendarDay.Write(ArgumentReader.Day(v, culture)), CmdletMessages.DayInvalidNext);
            case CustomFieldType.SingleList or CustomFieldType.MultipleList or CustomFieldType.CheckBox or CustomFieldType.Radio:
                var items = (value is IList many ? many.Cast<object?>() : new[] { value }).Select(v => Text(Wrapped.BareOrBag(v)));
                return NameResolver.Resolve(Message.Of(CmdletMessages.NounCustomFieldItem, field.Name), field.Project ?? field.Name, items, field.Items, i => i.Id, i => new[] { i.Name })
                    .Select((id, at) => new KeyValuePair<string, string>($"{name}[{Text(at)}]", Text(id)));
            default:
                return value is IList or IDictionary
                    ? throw Invalid(field, Message.Of(CmdletMessages.CustomFieldKeyword, field.Name))
                    : new[] { new KeyValuePair<string, string>(name, Text(value)) };
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Range(CustomField field, string name, object value, Func<object?, string?> write, string next)
    {
        // A single value is a range from that value to itself.
        var bounds = value as IDictionary ?? new Hashtable { ["Min"] = value, ["Max"] = value };
        var found = new List<KeyValuePair<string, string>>();
        foreach (DictionaryEntry bound in bounds)
        {
            var end = Text(bound.Key).ToLowerInvariant();
            if (end is not ("min" or "max"))
            {
                throw Invalid(field, Message.Of(CmdletMessages.CustomFieldRange, field.Name, value));
            }

            found.Add(new KeyValuePair<string, string>(
                name + "_" + end,
                write(bound.Value) ?? throw Invalid(field, Message.Of(CmdletMessages.CustomFieldRange, field.Name, bound.Value), next)));
        }

        return found.OrderByDescending(b => b.Key, StringComparer.Ordinal);
    }

    private static BacklogException Invalid(CustomField field, string message, string? next = null) =>
        new(BacklogErrorKind.ArgumentInvalid, message) { NextStep = next, Target = field.Name };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
