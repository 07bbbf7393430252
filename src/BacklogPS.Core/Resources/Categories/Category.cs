namespace BacklogPS;

/// <summary>A category that issues of a project can have.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-category-list/</remarks>
public sealed class Category : ProjectObject
{
    /// <summary>The id of the category.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The place in the project's order of categories; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
