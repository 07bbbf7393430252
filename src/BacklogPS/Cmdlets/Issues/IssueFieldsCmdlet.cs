using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Parameters;

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

    /// <summary>What was given.</summary>
    internal IssueValues Values => new(
        GetType().GetProperties().Where(p => IsGiven(p.Name)).ToDictionary(p => p.Name, p => (object?)p.GetValue(this)), culture);
}
