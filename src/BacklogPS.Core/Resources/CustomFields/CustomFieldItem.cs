namespace BacklogPS;

/// <summary>An item of a custom field's list.</summary>
public sealed class CustomFieldItem : BacklogObject
{
    /// <summary>The id of the item.</summary>
    public long Id { get; internal set; }

    /// <summary>The item's text.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The place in the list; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
