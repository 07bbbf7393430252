using System;

namespace BacklogPS.Json;

/// <summary>Marks a text property that contains JSON. Some responses have it as a string, others as plain JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonTextAttribute : Attribute
{
}
