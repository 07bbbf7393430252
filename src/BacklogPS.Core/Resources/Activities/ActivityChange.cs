using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A field that an activity changed.</summary>
[SnakeCase]
public sealed class ActivityChange : BacklogObject
{
    /// <summary>The field's name in the API.</summary>
    public string Field { get; internal set; } = "";

    /// <summary>The field's display name.</summary>
    public string? FieldText { get; internal set; }

    /// <summary>The new value.</summary>
    public string? NewValue { get; internal set; }

    /// <summary>The previous value.</summary>
    public string? OldValue { get; internal set; }

    /// <summary>The kind of field: <c>standard</c>, <c>custom</c>.</summary>
    public string? Type { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {OldValue} -> {NewValue}";
}
