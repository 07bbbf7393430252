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

/// <summary>Adds a custom field to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogCustomField", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
public sealed class NewBacklogCustomFieldCommand : NewInProjectCmdlet
{
    // The culture of the pipeline's thread. Windows PowerShell does not pass it on to other threads.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    /// <summary>The names of the new fields.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    /// <summary>The type of the fields.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateSet("Text", "Sentence", "Number", "Date", "SingleList", "MultipleList", "CheckBox", "Radio")]
    public CustomFieldType Type { get; set; }

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

    /// <summary>The initial date of a new issue.</summary>
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

    /// <summary>The items of a list.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Item { get; set; }

    internal override string Noun => CmdletMessages.NounCustomField;

    internal override IEnumerable<string> NewNames => Name;

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        var type = Type;
        CustomFieldSettings.Check(this, type);
        CustomFieldSettings.CheckInitialDay(InitialDate, InitialShift);
        CustomFieldSettings.CheckItems(type, Item);
        var field = new CustomFieldDefinition
        {
            Type = new Field<CustomFieldType?>(type),
            Name = new Field<string?>(name),
            Description = Field(nameof(Description), Description),
            Required = Field<bool?>(nameof(Required), Required),
            ApplicableIssueTypes = Field<IReadOnlyList<long>?>(
                nameof(ApplicableIssueType),
                (await Lookups.IssueType.EachAsync(http, project.ProjectKey, References(ApplicableIssueType), cancel).ConfigureAwait(false)).Select(t => t.Id).ToList()),
            Min = Field(nameof(Min), CustomFieldSettings.Bound(Min, type, culture)),
            Max = Field(nameof(Max), CustomFieldSettings.Bound(Max, type, culture)),
            InitialValue = Field(nameof(InitialValue), InitialValue),
            Unit = Field(nameof(Unit), Unit),
            InitialValueType = InitialDate is not null ? new Field<long?>(3) : InitialShift is null ? default : new Field<long?>(InitialShift == 0 ? 1 : 2),
            InitialDate = Field(nameof(InitialDate), CalendarDay.Write(InitialDate)),
            InitialShift = InitialShift is null or 0 ? default : new Field<long?>(InitialShift),
            AllowInput = Field<bool?>(nameof(AllowInput), AllowInput),
            AllowAddItem = Field<bool?>(nameof(AllowAddItem), AllowAddItem),
            Items = Item ?? Array.Empty<string>(),
        };
        return Change.Add(target, () => CustomFields.AddAsync(http, project.ProjectKey, field, cancel));
    }
}
