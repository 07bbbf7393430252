using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>What the cmdlets that write issues have: every field, by name instead of id; $null or an empty list clears one.</summary>
public abstract class IssueFieldsCmdlet : WriteCmdlet
{
    // That of the pipeline's thread. Windows PowerShell does not hand it on to where the work goes.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    /// <summary>The type, by name or id.</summary>
    [Parameter]
    [Reference(typeof(IssueType))]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object? IssueType { get; set; }

    /// <summary>The priority, by its English or Japanese name or id.</summary>
    [Parameter]
    [Reference(typeof(Priority))]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public object? Priority { get; set; }

    /// <summary>The text; an array is taken for its lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>Who is to do it: a member of the project, by name, sign-in id or id; @me is you.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object? Assignee { get; set; }

    /// <summary>The day to start.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The day to be done by.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? DueDate { get; set; }

    /// <summary>The work expected, in hours.</summary>
    [Parameter]
    public decimal? EstimatedHours { get; set; }

    /// <summary>The work done, in hours.</summary>
    [Parameter]
    public decimal? ActualHours { get; set; }

    /// <summary>The categories, by name or id: all that it is to have.</summary>
    [Parameter]
    [Reference(typeof(Category))]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object[]? Category { get; set; }

    /// <summary>The versions that it was found in, by name or id: all that it is to have.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? Version { get; set; }

    /// <summary>The milestones that it is due for, by name or id: all that it is to have.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? Milestone { get; set; }

    /// <summary>The issue that it is a part of, by key or id.</summary>
    [Parameter]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? ParentIssue { get; set; }

    /// <summary>
    /// Values of custom fields, as @{ name or id = value }: of a list the names or ids of items, of a list that takes other
    /// text too @{ Value = 'item'; OtherValue = 'text' }; $null clears.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? CustomField { get; set; }

    /// <summary>Members of the project who are told, by name, sign-in id or id.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Notify { get; set; }

    /// <summary>Files to attach: paths (wildcards allowed), files, or what Send-BacklogAttachment gave.</summary>
    [Parameter]
    [Files]
    [ValidateNotNullOrEmpty]
    public object[]? Attachment { get; set; }

    /// <summary>The fields that were given, with ids for names.</summary>
    /// <param name="http">The door to the space.</param>
    /// <param name="project">The key of the issue's project.</param>
    /// <param name="typeBefore">The type that the issue has so far; custom fields go by it where no other is given.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<IssueFields> FieldsAsync(BacklogHttp http, string project, long? typeBefore, CancellationToken cancel)
    {
        var type = await OneAsync(nameof(IssueType), IssueType, Lookups.IssueType).ConfigureAwait(false);
        return new IssueFields
        {
            ParentIssueId = Field(nameof(ParentIssue), ParentIssue is null ? (long?)null : (await Lookups.Issue.OneAsync(http, Reference(ParentIssue), cancel).ConfigureAwait(false)).Id),
            Description = Field(nameof(Description), Description),
            StartDate = Field(nameof(StartDate), StartDate),
            DueDate = Field(nameof(DueDate), DueDate),
            EstimatedHours = Field(nameof(EstimatedHours), EstimatedHours),
            ActualHours = Field(nameof(ActualHours), ActualHours),
            IssueTypeId = type,
            CategoryIds = await ManyAsync(nameof(Category), Category, Lookups.Category).ConfigureAwait(false),
            VersionIds = await ManyAsync(nameof(Version), Version, Lookups.Milestone).ConfigureAwait(false),
            MilestoneIds = await ManyAsync(nameof(Milestone), Milestone, Lookups.Milestone).ConfigureAwait(false),
            PriorityId = await OneAsync(nameof(Priority), Priority, Lookups.Priority).ConfigureAwait(false),
            AssigneeId = await OneAsync(nameof(Assignee), Assignee, Lookups.User).ConfigureAwait(false),
            NotifiedUserIds = (await Lookups.User.EachAsync(http, project, References(Notify), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList(),
            CustomFields = CustomField is null
                ? Array.Empty<KeyValuePair<string, string>>()
                : CustomFieldValues.Resolve(project, CustomField, await CustomFields.LookUpAsync(http, project, cancel).ConfigureAwait(false), type.Value ?? typeBefore, culture),
        };

        async Task<Field<long?>> OneAsync<T>(string parameter, object? given, Lookup<T> lookup)
            where T : BacklogObject =>
            !IsGiven(parameter) ? default
            : given is null ? new Field<long?>(null)
            : new Field<long?>(lookup.Id(await lookup.OneAsync(http, project, Reference(given), cancel).ConfigureAwait(false)));

        async Task<Field<IReadOnlyList<long>?>> ManyAsync<T>(string parameter, object[]? given, Lookup<T> lookup)
            where T : BacklogObject =>
            !IsGiven(parameter) ? default : new Field<IReadOnlyList<long>?>((await lookup.EachAsync(http, project, References(given), cancel).ConfigureAwait(false)).Select(lookup.Id).ToList());
    }
}
