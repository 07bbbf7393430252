using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BacklogPS.Json;

namespace BacklogPS.Parameters;

/// <summary>
/// The days and numbers that a person gives, the same for parameters and for values of custom fields. What cannot be
/// read for certain is null, never a guess.
/// </summary>
internal static class ArgumentReader
{
    private static readonly Regex YearFirst = new(@"^[0-9]{4}([^0-9]|$)");
    private static readonly Regex PointAndThreeDigits = new(@"\.[0-9]{3}\s*$");

    /// <summary>The calendar day that is meant; a moment means the day on which it was here, as the views show it.</summary>
    public static DateTime? Day(object? value, CultureInfo culture) => Bare(value) switch
    {
        DateTime day => day.Date,

        // Backlog writes days so; moments fall on the very midnight of UTC as good as never.
        DateTimeOffset { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } day => day.Date,
        DateTimeOffset moment => moment.LocalDateTime.Date,
        string text => Day(NameText.Normal(text), culture),

        // A type that Windows PowerShell does not have.
        IFormattable day when day.GetType().FullName == "System.DateOnly" => CalendarDay.Read(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>The number that is meant: in text by the culture, or as PowerShell itself writes it.</summary>
    public static decimal? Number(object? value, CultureInfo culture) => Bare(value) switch
    {
        string text => Number(NameText.Normal(text), culture),

        // PowerShell can make a number of these as well, which nobody meant.
        bool or char or Enum => null,
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

        // Four digits first are a year of the Gregorian calendar, as Backlog and everybody else writes it, also where the
        // user's calendar counts emperors or the years of Buddha.
        var isGregorian = YearFirst.IsMatch(text);
        if (!DateTimeOffset.TryParse(text, isGregorian ? InGregorianYears(culture) : culture, DateTimeStyles.None, out var moment))
        {
            return null;
        }

        // 03/07/2026 in a calendar that is in its eighth or its 2569th year was not meant in that calendar.
        return isGregorian || culture.DateTimeFormat.Calendar is GregorianCalendar || moment.Year is > 1900 and < 2200 ? moment.Date : null;
    }

    private static CultureInfo InGregorianYears(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is GregorianCalendar)
        {
            return culture;
        }

        var gregorian = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault();
        if (gregorian is null)
        {
            return CultureInfo.InvariantCulture;
        }

        var same = (CultureInfo)culture.Clone();
        same.DateTimeFormat.Calendar = gregorian;
        return same;
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
