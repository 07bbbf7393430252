using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BacklogPS.Json;

namespace BacklogPS.Pipeline;

/// <summary>
/// The days and numbers that a person gives, the same for parameters and for values of custom fields. What cannot be
/// read for certain is null, never a guess.
/// </summary>
internal static class ArgumentReader
{
    private static readonly Regex PointAndThreeDigits = new(@"\.[0-9]{3}\s*$");

    /// <summary>The calendar day that is meant; a moment means the day on which it was here, as the views show it.</summary>
    public static DateTime? Day(object? value, CultureInfo culture) => Bare(value) switch
    {
        DateTime day => day.Date,

        // Backlog writes days so; moments fall on the very midnight of UTC as good as never.
        DateTimeOffset { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } day => day.Date,
        DateTimeOffset moment => moment.LocalDateTime.Date,
        string text => Day(text.Trim(), culture),

        // A type that Windows PowerShell does not have.
        IFormattable day when day.GetType().FullName == "System.DateOnly" => CalendarDay.Read(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>The number that is meant: in text by the culture, or as PowerShell itself writes it.</summary>
    public static decimal? Number(object? value, CultureInfo culture) => Bare(value) switch
    {
        string text => Number(text, culture),
        ValueType other when LanguagePrimitives.TryConvertTo<decimal>(other, out var number) => number,
        _ => null,
    };

    // ISO text is in no culture's calendar, and its day is the written one whatever time and zone follow. Of other text
    // too it is the written one: read with its zone, not brought into ours.
    private static DateTime? Day(string text, CultureInfo culture)
    {
        if ((text.Length == 10 || (text.Length > 10 && text[10] is 'T' or 't' or ' ')) && CalendarDay.Read(text) is { } day)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? day : null;
        }

        return DateTimeOffset.TryParse(text, culture, DateTimeStyles.None, out var moment) ? moment.Date : null;
    }

    // Without separators of thousands: .NET takes them anywhere, so that 1,5 would be 15. Where the culture has no decimal
    // point, one before three digits may well be such a separator.
    private static decimal? Number(string text, CultureInfo culture) =>
        decimal.TryParse(text, NumberStyles.Float, culture, out var number)
        || (!PointAndThreeDigits.IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            ? number
            : null;

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
