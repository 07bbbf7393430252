using System;

namespace BacklogPS.Json;

/// <summary>Marks a number of bytes. Lists show it in KB, MB and so on.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BytesAttribute : Attribute
{
}
