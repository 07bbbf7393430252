using System.Collections.Generic;

namespace BacklogPS;

/// <summary>The definition of a custom field. Properties that do not apply to the field's type are null or empty.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-custom-field-list/</remarks>
public sealed class CustomField : ProjectObject
{
    /// <summary>The id of the field.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The type of the field.</summary>
    public CustomFieldType TypeId { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>Whether an issue must have a value; null if the server does not return it.</summary>
    public bool? Required { get; internal set; }

    /// <summary>Whether only issues of some types have the field; null if the server does not return it.</summary>
    public bool? UseIssueType { get; internal set; }

    /// <summary>The ids of the issue types that have the field; empty for all of them.</summary>
    public IReadOnlyList<long> ApplicableIssueTypes { get; internal set; } = new BacklogList<long>();

    /// <summary>The place in the project's order of fields.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>For a number, the smallest value; for a date, the first day as text.</summary>
    public object? Min { get; internal set; }

    /// <summary>For a number, the largest value; for a date, the last day as text.</summary>
    public object? Max { get; internal set; }

    /// <summary>The initial number of a new issue.</summary>
    public decimal? InitialValue { get; internal set; }

    /// <summary>The unit of a number.</summary>
    public string? Unit { get; internal set; }

    /// <summary>The initial date of a new issue.</summary>
    public CustomFieldInitialDate? InitialDate { get; internal set; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<CustomFieldItem> Items { get; internal set; } = new BacklogList<CustomFieldItem>();

    /// <summary>Whether everyone can add items to the list.</summary>
    public bool? AllowAddItem { get; internal set; }

    /// <summary>Whether text can be entered in addition to the items.</summary>
    public bool? AllowInput { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
