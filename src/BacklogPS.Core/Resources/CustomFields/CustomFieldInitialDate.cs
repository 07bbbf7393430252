using System;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>The initial value of a date field of a new issue.</summary>
public sealed class CustomFieldInitialDate : BacklogObject
{
    /// <summary>How the date is calculated: 1 the day itself, 2 a number of days after it, 3 a fixed day.</summary>
    public long Id { get; internal set; }

    /// <summary>The days to add if <see cref="Id"/> is 2.</summary>
    public int? Shift { get; internal set; }

    /// <summary>The fixed day if <see cref="Id"/> is 3.</summary>
    [CalendarDay]
    public DateTime? Date { get; internal set; }

    /// <summary>The fixed day, or the number of days to add: <c>+7d</c>.</summary>
    public override string ToString() =>
        Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (Shift ?? 0).ToString("+0;-0", CultureInfo.InvariantCulture) + "d";
}
