using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BacklogPS.Json;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Parses dates and numbers, for parameters and for values of custom fields alike. An ambiguous or invalid value
/// returns null and is never guessed.
/// </summary>
internal static class ArgumentReader
{
    private static readonly Regex YearFirst = new(@"^[0-9]{4}([^0-9]|$)");
    private static readonly Regex PointAndThreeDigits = new(@"\.[0-9]{3}\s*$");

    /// <summary>Returns a calendar day. A time means the local day on which it falls, as the views show it.</summary>
    public static DateTime? Day(object? value, CultureInfo culture) => Wrapped.Bare(value) switch
    {
        DateTime day => day.Date,

        // Backlog writes calendar days like this, and real times are practically never exactly midnight UTC.
        DateTimeOffset { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } day => day.Date,
        DateTimeOffset moment => moment.LocalDateTime.Date,
        string text => Day(NameText.Normal(text), culture),

        // DateOnly, which Windows PowerShell does not have.
        IFormattable day when day.GetType().FullName == "System.DateOnly" => CalendarDay.Read(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Returns a number. Text is parsed by the culture, or in PowerShell's own format.</summary>
    public static decimal? Number(object? value, CultureInfo culture) => Wrapped.Bare(value) switch
    {
        string text => Number(NameText.Normal(text), culture),

        // PowerShell can convert these to numbers too, but nobody means that.
        bool or char or Enum => null,
        ValueType other when LanguagePrimitives.TryConvertTo<decimal>(other, out var number) => number,
        _ => null,
    };

    // A date in ISO format is the same in every culture, and its day is used as written, whatever time and zone follow.
    // For other formats too the day is used as written, without converting it to the local zone.
    private static DateTime? Day(string text, CultureInfo culture)
    {
        if ((text.Length == 10 || (text.Length > 10 && text[10] is 'T' or 't' or ' ')) && CalendarDay.Read(text) is { } day)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? day : null;
        }

        // If the text starts with four digits, they are a Gregorian year, as everyone including Backlog writes it, even
        // if the user's calendar counts Japanese eras or Buddhist years.
        var isGregorian = YearFirst.IsMatch(text);
        if (!DateTimeOffset.TryParse(text, isGregorian ? InGregorianYears(culture) : culture, DateTimeStyles.None, out var moment))
        {
            return null;
        }

        // A date like 03/07/2026 was not meant in a calendar whose current year is 8 or 2569.
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

    // Thousands separators are not allowed, because .NET accepts them anywhere and would read 1,5 as 15. If the
    // culture's decimal separator is not a point, a point before three digits may be a thousands separator too.
    private static decimal? Number(string text, CultureInfo culture) =>
        decimal.TryParse(text, NumberStyles.Float, culture, out var number)
        || (!PointAndThreeDigits.IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            ? number
            : null;
}
