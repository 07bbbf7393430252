using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An issue's value in a custom field.</summary>
public sealed class CustomFieldValue : BacklogObject
{
    /// <summary>The id of the field.</summary>
    public long Id { get; internal set; }

    /// <summary>The field's name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The type of the field.</summary>
    public CustomFieldType FieldTypeId { get; internal set; }

    /// <summary>
    /// The value. Its type depends on the field: text, a <see cref="decimal"/>, a calendar day as a
    /// <see cref="DateTime"/>, a <see cref="CustomFieldItem"/> or a list of these; null if it is not set.
    /// </summary>
    public object? Value { get; internal set; }

    /// <summary>The text entered in addition to the items of a list; null if there is none.</summary>
    public string? OtherValue { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name + "=" + JoinedNames.Text(Value);
}
