namespace BacklogPS;

/// <summary>A resolution that issues can have.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-resolution-list/</remarks>
public sealed class Resolution : BacklogObject
{
    /// <summary>The id of the resolution: 0 fixed, 1 won't fix, 2 invalid, 3 duplication, 4 cannot reproduce.</summary>
    public long Id { get; internal set; }

    /// <summary>The name, in the language of the space.</summary>
    public string Name { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
