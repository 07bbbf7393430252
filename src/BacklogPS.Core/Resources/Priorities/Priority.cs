namespace BacklogPS;

/// <summary>A priority that issues can have.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-priority-list/</remarks>
public sealed class Priority : BacklogObject
{
    /// <summary>The id of the priority: 2 high, 3 normal, 4 low.</summary>
    public long Id { get; internal set; }

    /// <summary>The name, in the language of the space.</summary>
    public string Name { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override long Rank => Id;
}
