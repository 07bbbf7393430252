namespace BacklogPS.Json;

/// <summary>
/// A field's value that does not fit its property, on its way to <see cref="BacklogObject.AdditionalProperties"/>.
/// </summary>
internal sealed class Unread
{
    public Unread(object? value, object? rest = null)
    {
        Value = value;
        Rest = rest;
    }

    /// <summary>The value, or the list items that do not fit, as plain values.</summary>
    public object? Value { get; }

    /// <summary>The part that fits the property: the other items of a list; null if nothing does.</summary>
    public object? Rest { get; }
}
