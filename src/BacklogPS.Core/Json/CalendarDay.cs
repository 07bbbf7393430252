using System;
using System.Globalization;

namespace BacklogPS.Json;

/// <summary>
/// Days without a time, such as due dates and the dates of milestones. Backlog writes them as
/// <c>2026-03-01T00:00:00Z</c>, but they are not instants, so a time zone must never shift them.
/// </summary>
internal static class CalendarDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads the day at the start of a text from Backlog; null if there is none.</summary>
    public static DateTime? Read(string? text) =>
        text?.Length >= Format.Length
        && DateTime.TryParseExact(text.Substring(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Formats a day for Backlog; its time of day is ignored.</summary>
    public static string? Write(DateTime? day) => day?.ToString(Format, CultureInfo.InvariantCulture);
}
