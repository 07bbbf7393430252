using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A deleted status.</summary>
[SnakeCase]
public sealed class StatusActivityContent : ActivityContent
{
    /// <summary>The status's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The name.</summary>
    public string? Name { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
