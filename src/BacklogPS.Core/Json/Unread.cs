namespace BacklogPS.Json;

/// <summary>What a property could not take of its field, on its way to <see cref="BacklogObject.AdditionalProperties"/>.</summary>
internal sealed class Unread
{
    public Unread(object? value, object? rest = null)
    {
        Value = value;
        Rest = rest;
    }

    /// <summary>The value, or the items of a list, as plain values.</summary>
    public object? Value { get; }

    /// <summary>What the property can take all the same: the other items of a list; null for nothing.</summary>
    public object? Rest { get; }
}
