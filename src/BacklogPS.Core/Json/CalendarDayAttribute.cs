using System;

namespace BacklogPS.Json;

/// <summary>
/// Marks a <see cref="DateTime"/> property as a calendar day: the date is read as written, ignoring its time and zone,
/// and becomes midnight of unspecified kind.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CalendarDayAttribute : Attribute
{
}
