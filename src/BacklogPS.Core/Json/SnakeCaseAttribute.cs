using System;

namespace BacklogPS.Json;

/// <summary>Marks a model whose fields are in snake_case, which Backlog uses only for the content of activities.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SnakeCaseAttribute : Attribute
{
}
