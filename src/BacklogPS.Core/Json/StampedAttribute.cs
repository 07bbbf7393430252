using System;

namespace BacklogPS.Json;

/// <summary>
/// Marks a property that a call sets on its objects. A field of that name in a response is an unknown field like any
/// other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StampedAttribute : Attribute
{
}
