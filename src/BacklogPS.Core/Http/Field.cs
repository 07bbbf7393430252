namespace BacklogPS.Http;

/// <summary>
/// What a write says of one field. Three different things: nothing, so that it stays as it is (the default); a value; or
/// that it is to be empty.
/// </summary>
/// <typeparam name="T">The value; null, or an empty list, clears the field.</typeparam>
internal readonly struct Field<T>
{
    public Field(T value)
    {
        IsGiven = true;
        Value = value;
    }

    /// <summary>Whether the write says anything of the field.</summary>
    public bool IsGiven { get; }

    /// <summary>What the field is to be; means nothing where <see cref="IsGiven"/> is false.</summary>
    public T Value { get; }
}
