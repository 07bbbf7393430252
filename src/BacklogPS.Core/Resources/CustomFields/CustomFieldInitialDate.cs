using System;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What a date field of a new issue starts with.</summary>
public sealed class CustomFieldInitialDate : BacklogObject
{
    /// <summary>How it is reckoned: 1 the day itself, 2 so many days after it, 3 a fixed day.</summary>
    public long Id { get; internal set; }

    /// <summary>The days to add where <see cref="Id"/> is 2.</summary>
    public int? Shift { get; internal set; }

    /// <summary>The fixed day where <see cref="Id"/> is 3.</summary>
    [CalendarDay]
    public DateTime? Date { get; internal set; }

    /// <summary>The fixed day, or the days after the day itself: <c>+7d</c>.</summary>
    public override string ToString() =>
        Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (Shift ?? 0).ToString("+0;-0", CultureInfo.InvariantCulture) + "d";
}
