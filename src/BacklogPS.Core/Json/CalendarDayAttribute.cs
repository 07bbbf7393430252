using System;

namespace BacklogPS.Json;

/// <summary>
/// Marks a <see cref="DateTime"/> property as a calendar day: read as it is written, whatever time and zone come with
/// it, and given as midnight of no particular zone.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CalendarDayAttribute : Attribute
{
}
