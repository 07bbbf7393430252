namespace BacklogPS.Http;

/// <summary>What a write does to one field: leave it unchanged (the default), set a value, or clear it.</summary>
/// <typeparam name="T">The type of the value; null or an empty list clears the field.</typeparam>
internal readonly struct Field<T>
{
    public Field(T value)
    {
        IsGiven = true;
        Value = value;
    }

    /// <summary>Whether the write includes this field.</summary>
    public bool IsGiven { get; }

    /// <summary>The new value. Meaningless if <see cref="IsGiven"/> is false.</summary>
    public T Value { get; }
}
