using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS;

/// <summary>How the views of the module show a value. Only they call it; the objects keep their values as they came.</summary>
public static class Shown
{
    /// <summary>
    /// What a column shows: text without control characters, moments in local time and days in the calendar of ISO 8601
    /// whatever the culture, numbers and the like as they are.
    /// </summary>
    /// <param name="value">A property's value.</param>
    public static object? Of(object? value) => Bare(value) switch
    {
        null => null,
        string text => VisibleText.Of(text),
        DateTimeOffset moment => Moment(moment.LocalDateTime),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueType plain when plain is not IEnumerable => plain,

        // A script block's array of one is taken for the one, so the list is within another.
        IEnumerable list => new object[] { list.Cast<object?>().Select(Text).ToArray() },
        _ => Text(value),
    };

    // What went through a job has moments as a bag of their parts.
    private static object? Bare(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } bag => bag.Properties["LocalDateTime"]?.Value is DateTime local ? Moment(local) : bag,
        PSObject wrapped => wrapped.BaseObject,
        _ => value,
    };

    private static string Moment(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(object? item) => VisibleText.Of(item switch
    {
        null => "",
        DictionaryEntry entry => $"[{entry.Key}, {entry.Value}]",
        _ => LanguagePrimitives.ConvertTo<string>(item),
    });
}
