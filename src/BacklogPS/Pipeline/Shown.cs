using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS;

/// <summary>
/// Formats values for the module's views. Only the views call this class; the objects keep their original values.
/// </summary>
public static class Shown
{
    private static readonly string[] Units = { "B", "KB", "MB", "GB", "TB" };

    /// <summary>
    /// The value of a column: text without control characters, times in local time and dates in ISO 8601 regardless of
    /// the culture, and numbers unchanged.
    /// </summary>
    /// <param name="value">A property's value.</param>
    public static object? Of(object? value) => Bare(value) switch
    {
        null => null,
        string text => VisibleText.Of(text),
        DateTimeOffset moment => Moment(moment.LocalDateTime),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueType plain when plain is not IEnumerable => plain,

        // PowerShell unwraps an array that a script block returns, so the list is wrapped in another array.
        IEnumerable list => new object[] { list.Cast<object?>().Select(Text).ToArray() },
        _ => Text(value),
    };

    /// <summary>The name of a status or an issue type in its colour in the project.</summary>
    /// <param name="thing">A status or an issue type.</param>
    public static object? Coloured(object? thing) => Bare(thing) switch
    {
        Status status => Colours.Of(status.Color, VisibleText.Of(status.Name)),
        IssueType type => Colours.Of(type.Color, VisibleText.Of(type.Name)),
        var other => Of(other),
    };

    /// <summary>The due date of an issue, red if it has passed and the issue is not closed.</summary>
    /// <param name="issue">The issue.</param>
    public static object? Due(object? issue) => Bare(issue) is Issue { DueDate: { } day } known
        ? known.Status?.Id != ExcludedStatuses.Closed && day < DateTime.Today ? Colours.Red((string)Of(day)!) : Of(day)
        : null;

    /// <summary>An arrow for priorities above or below normal.</summary>
    /// <param name="priority">A priority.</param>
    public static object? Arrow(object? priority) => Bare(priority) is Priority { Id: var id } ? id < Priorities.Normal ? "\u2191" : id > Priorities.Normal ? "\u2193" : null : null;

    /// <summary>A number of bytes in a readable form.</summary>
    /// <param name="bytes">A number of bytes.</param>
    public static object? Size(object? bytes)
    {
        if (Bare(bytes) is not { } value || !LanguagePrimitives.TryConvertTo<double>(value, out var left))
        {
            return Of(bytes);
        }

        var unit = 0;
        for (; Math.Abs(left) >= 1023.95 && unit < Units.Length - 1; unit++)
        {
            left /= 1024;
        }

        return left.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }

    // After a job, a time is a property bag.
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
