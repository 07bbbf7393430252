using System;

namespace BacklogPS.Json;

/// <summary>Marks a text that is JSON itself. Some answers carry it as a string, others as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonTextAttribute : Attribute
{
}
