using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Json;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Changes custom fields of a project: the settings that are given, and no others.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogCustomField", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
public sealed class SetBacklogCustomFieldCommand : ProjectPartChangeCmdlet<CustomField>
{
    // The culture of the pipeline's thread. Windows PowerShell does not pass it on to other threads.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    /// <summary>The custom fields, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(CustomField))]
    [ArgumentCompleter(typeof(CustomFieldCompleter))]
    public object[] CustomField { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>Whether an issue must have a value.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>The issue types that have the field: names, ids or objects; an empty list for all.</summary>
    [Parameter]
    [Reference(typeof(IssueType))]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object[]? ApplicableIssueType { get; set; }

    /// <summary>The smallest number, or the first day.</summary>
    [Parameter]
    public object? Min { get; set; }

    /// <summary>The largest number, or the last day.</summary>
    [Parameter]
    public object? Max { get; set; }

    /// <summary>The initial number of a new issue.</summary>
    [Parameter]
    [NumberTransformation]
    public decimal? InitialValue { get; set; }

    /// <summary>The unit of a number.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Unit { get; set; }

    /// <summary>The initial date of a new issue; $null for none.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? InitialDate { get; set; }

    /// <summary>The initial date of a new issue as a number of days after today; 0 for today.</summary>
    [Parameter]
    [WholeNumber]
    public int? InitialShift { get; set; }

    /// <summary>Whether text can be entered in addition to the items of a list.</summary>
    [Parameter]
    public bool AllowInput { get; set; }

    /// <summary>Whether everyone can add items to a list.</summary>
    [Parameter]
    public bool AllowAddItem { get; set; }

    internal override Lookup<CustomField> Lookup => Lookups.CustomField;

    internal override IEnumerable<Given> Things => References(CustomField);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, string project, CustomField field, string target, CancellationToken cancel)
    {
        var type = field.TypeId;
        CustomFieldSettings.Check(this, type);
        CustomFieldSettings.CheckInitialDay(InitialDate, InitialShift);
        var changed = new CustomFieldDefinition
        {
            Name = Field(nameof(Name), Name),
            Description = Field(nameof(Description), Description),
            Required = Field<bool?>(nameof(Required), Required),
            ApplicableIssueTypes = Field<IReadOnlyList<long>?>(
                nameof(ApplicableIssueType),
                (await Lookups.IssueType.EachAsync(http, project, References(ApplicableIssueType), cancel).ConfigureAwait(false)).Select(t => t.Id).ToList()),
            Min = Field(nameof(Min), CustomFieldSettings.Bound(Min, type, culture)),
            Max = Field(nameof(Max), CustomFieldSettings.Bound(Max, type, culture)),
            InitialValue = Field(nameof(InitialValue), InitialValue),
            Unit = Field(nameof(Unit), Unit),
            InitialValueType = InitialDate is not null ? new Field<long?>(3)
                : InitialShift is not null ? new Field<long?>(InitialShift == 0 ? 1 : 2)
                : IsGiven(nameof(InitialDate)) || IsGiven(nameof(InitialShift)) ? new Field<long?>(null)
                : default,
            InitialDate = InitialDate is null ? default : new Field<string?>(CalendarDay.Write(InitialDate)),
            InitialShift = InitialShift is null or 0 ? default : new Field<long?>(InitialShift),
            AllowInput = Field<bool?>(nameof(AllowInput), AllowInput),
            AllowAddItem = Field<bool?>(nameof(AllowAddItem), AllowAddItem),
        };
        if (changed.ToFields().IsEmpty)
        {
            RequireChange(target, nameof(Name), nameof(Description), nameof(Required));
        }

        return Change.Update(target, () => CustomFields.UpdateAsync(http, project, field.Id, changed, cancel));
    }

    private protected override IEnumerable<string> NotTaken(object made)
    {
        if (made is not CustomField field)
        {
            return Enumerable.Empty<string>();
        }

        var left = new (string Name, object? Given, object? Is)[]
        {
            (nameof(InitialDate), (object?)InitialDate ?? InitialShift, field.InitialDate), (nameof(InitialShift), (object?)InitialDate ?? InitialShift, field.InitialDate),
            (nameof(Min), Min, field.Min), (nameof(Max), Max, field.Max), (nameof(InitialValue), InitialValue, field.InitialValue), (nameof(Unit), Unit, field.Unit),
        };
        return left.Where(l => IsGiven(l.Name) && l.Given is null && l.Is is not (null or "")).Select(l => l.Name);
    }
}
