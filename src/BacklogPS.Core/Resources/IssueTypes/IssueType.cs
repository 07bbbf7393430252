namespace BacklogPS;

/// <summary>A type that issues of a project can have: task, bug ...</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-type-list/</remarks>
public sealed class IssueType : ProjectObject
{
    /// <summary>The id of the issue type.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The color as <c>#rrggbb</c>.</summary>
    public string? Color { get; internal set; }

    /// <summary>The place in the project's order of issue types; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>The initial summary of a new issue of this type; null if there is none or the server is older.</summary>
    public string? TemplateSummary { get; internal set; }

    /// <summary>The initial description of a new issue of this type; null if there is none or the server is older.</summary>
    public string? TemplateDescription { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;
}
