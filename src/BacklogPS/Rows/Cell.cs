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
/// The content of a cell in a row: text, numbers and Booleans unchanged, a date as <c>yyyy-MM-dd</c>, a time in local
/// time in a form that spreadsheets understand, the name of an object, and several names joined.
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

    // A property bag is what remains of an object after a job, or was created by hand.
    private static object? Bare(object? value) => value is PSObject wrapped
        ? PipedObject.Read(wrapped) ?? (wrapped.BaseObject is PSCustomObject ? wrapped : wrapped.BaseObject)
        : value;
}
