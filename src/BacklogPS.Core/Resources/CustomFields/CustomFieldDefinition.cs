using System.Collections.Generic;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The fields of a write to the definition of a custom field.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/add-custom-field/,
/// https://developer.nulab.com/docs/backlog/api/2/update-custom-field/
/// </remarks>
internal sealed record CustomFieldDefinition
{
    /// <summary>Only for a new field.</summary>
    public Field<CustomFieldType?> Type { get; init; }

    public Field<string?> Name { get; init; }

    /// <summary>Empty for all issue types.</summary>
    public Field<IReadOnlyList<long>?> ApplicableIssueTypes { get; init; }

    public Field<string?> Description { get; init; }

    public Field<bool?> Required { get; init; }

    /// <summary>A number, or a day as text.</summary>
    public Field<string?> Min { get; init; }

    public Field<string?> Max { get; init; }

    public Field<decimal?> InitialValue { get; init; }

    public Field<string?> Unit { get; init; }

    /// <summary>1 for today, 2 for a number of days after today, 3 for a fixed day.</summary>
    public Field<long?> InitialValueType { get; init; }

    public Field<string?> InitialDate { get; init; }

    public Field<long?> InitialShift { get; init; }

    public IReadOnlyList<string> Items { get; init; } = System.Array.Empty<string>();

    public Field<bool?> AllowInput { get; init; }

    public Field<bool?> AllowAddItem { get; init; }

    /// <summary>The fields in the API's form.</summary>
    public Fields ToFields()
    {
        var fields = new Fields()
            .Add("typeId", Type.IsGiven ? new Field<long?>((long?)Type.Value) : default)
            .Add("name", Name)
            .AddAll("applicableIssueTypes", ApplicableIssueTypes)
            .Add("description", Description)
            .Add("required", Required)
            .Add("min", Min)
            .Add("max", Max)
            .Add("initialValue", InitialValue)
            .Add("unit", Unit)
            .Add("initialValueType", InitialValueType)
            .Add("initialDate", InitialDate)
            .Add("initialShift", InitialShift);
        if (Items.Count > 0)
        {
            fields.AddAll("items", new Field<IReadOnlyList<string>?>(Items));
        }

        return fields.Add("allowInput", AllowInput).Add("allowAddItem", AllowAddItem);
    }
}
