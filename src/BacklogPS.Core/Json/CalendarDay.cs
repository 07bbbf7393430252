using System;
using System.Globalization;

namespace BacklogPS.Json;

/// <summary>
/// Days without a time: due dates, milestones' dates. Backlog writes them <c>2026-03-01T00:00:00Z</c>, but they are no
/// instants, and a time zone must never shift them.
/// </summary>
internal static class CalendarDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day that a text from Backlog starts with; null if it starts with none.</summary>
    public static DateTime? Read(string? text) =>
        text?.Length >= Format.Length
        && DateTime.TryParseExact(text.Substring(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A day as Backlog takes it; what time it was on that day does not count.</summary>
    public static string? Write(DateTime? day) => day?.ToString(Format, CultureInfo.InvariantCulture);
}
