namespace BacklogPS;

/// <summary>A status that issues of a project can have.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-status-list-of-project/</remarks>
public sealed class Status : ProjectObject
{
    /// <summary>The id of the status: 1 to 4 for Backlog's own, others for the project's.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name. Backlog's own statuses are named in the language of the project.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The color as <c>#rrggbb</c>. Any color is possible.</summary>
    public string? Color { get; internal set; }

    /// <summary>The place in the project's order of statuses; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
