using System;

namespace BacklogPS.Json;

/// <summary>Marks what a call sets on its objects; an answer's own field of that name is an unknown field like any other.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StampedAttribute : Attribute
{
}
