using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Parameters;

namespace BacklogPS.Commands;

/// <summary>
/// The base of the cmdlets that write issues: has all fields, accepts names instead of ids, and clears a field with
/// $null or an empty list.
/// </summary>
public abstract class IssueFieldsCmdlet : WriteCmdlet
{
    // The culture of the pipeline's thread. Windows PowerShell does not pass it on to other threads.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    /// <summary>The type, by name or id.</summary>
    [Parameter]
    [Reference(typeof(IssueType), IsOne = true)]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object? IssueType { get; set; }

    /// <summary>The priority, by its English or Japanese name or id.</summary>
    [Parameter]
    [Reference(typeof(Priority), IsOne = true)]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public object? Priority { get; set; }

    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The assignee: a member of the project, by name, sign-in id or id; @me is you.</summary>
    [Parameter]
    [Reference(typeof(User), IsOne = true)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object? Assignee { get; set; }

    /// <summary>The start date.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The due date.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? DueDate { get; set; }

    /// <summary>The estimated hours.</summary>
    [Parameter]
    [NumberTransformation]
    public decimal? EstimatedHours { get; set; }

    /// <summary>The actual hours.</summary>
    [Parameter]
    [NumberTransformation]
    public decimal? ActualHours { get; set; }

    /// <summary>All categories of the issue, by name or id.</summary>
    [Parameter]
    [Reference(typeof(Category))]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object[]? Category { get; set; }

    /// <summary>All versions that the issue was found in, by name or id.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? Version { get; set; }

    /// <summary>All milestones of the issue, by name or id.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? Milestone { get; set; }

    /// <summary>The parent issue, by key or id.</summary>
    [Parameter]
    [Reference(typeof(Issue), IsOne = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? ParentIssue { get; set; }

    /// <summary>
    /// Values of custom fields, as @{ name or id = value }. For a list, names or ids of items; for a list that also
    /// accepts other text, @{ Value = 'item'; OtherValue = 'text' }. $null clears the field.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? CustomField { get; set; }

    /// <summary>Members of the project to notify, by name, sign-in id or id.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Notify { get; set; }

    /// <summary>Files to attach: paths (wildcards allowed), files, or what Send-BacklogAttachment returned.</summary>
    [Parameter]
    [Files]
    [ValidateNotNullOrEmpty]
    public object[]? Attachment { get; set; }

    /// <summary>The given values.</summary>
    internal IssueValues Values => new(
        GetType().GetProperties().Where(p => IsGiven(p.Name)).ToDictionary(p => p.Name, p => (object?)p.GetValue(this)), culture);
}
