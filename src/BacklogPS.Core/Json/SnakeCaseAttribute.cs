using System;

namespace BacklogPS.Json;

/// <summary>Marks a model whose fields Backlog writes in snake_case: the content of activities, and nothing else.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SnakeCaseAttribute : Attribute
{
}
