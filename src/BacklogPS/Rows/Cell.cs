using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Json;
using BacklogPS.Pipeline;

namespace BacklogPS.Rows;

/// <summary>
/// What a cell of a row holds: text, a number or a truth value as they are, a day as <c>yyyy-MM-dd</c>, a moment in local
/// time as spreadsheets read it, a thing's name, and names of things joined.
/// </summary>
internal static class Cell
{
    public static object? Of(object? value) => Bare(value) switch
    {
        null => null,
        string text => text,
        PSObject bag => bag.Properties["Name"] is { } name ? Of(name.Value) : bag.ToString(),
        Enum word => word.ToString(),
        DateTime day => day.TimeOfDay == TimeSpan.Zero ? CalendarDay.Write(day) : Moment(day),
        DateTimeOffset moment => Moment(moment.LocalDateTime),
        bool or IFormattable => Bare(value),
        IReadOnlyDictionary<string, object?> fields => NameList.Join(fields.Select(f => $"{f.Key}={Text(f.Value)}")),
        IDictionary fields => NameList.Join(fields.Cast<DictionaryEntry>().Select(f => $"{f.Key}={Text(f.Value)}")),
        IEnumerable many => NameList.Join(many.Cast<object?>().Select(Text)),
        { } thing => thing.ToString(),
    };

    private static string Text(object? value) => Convert.ToString(Of(value), CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // A bag is what is left of a thing after a job, or was made by hand.
    private static object? Bare(object? value) => value is PSObject wrapped
        ? PipedObject.Read(wrapped) ?? (wrapped.BaseObject is PSCustomObject ? wrapped : wrapped.BaseObject)
        : value;
}
