using System;
using System.Collections;
using System.Management.Automation;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Parameters;

namespace BacklogPS.Commands;

/// <summary>
/// The base of the cmdlets that filter issues: has all filters of the API and accepts names instead of ids.
/// </summary>
public abstract partial class IssueFilterCmdlet : SpaceResourceCmdlet
{
    internal const string FilterSet = "Filter";

    /// <summary>
    /// Project keys or ids; keys with wildcards match the projects that you can see. The default is all of these.
    /// </summary>
    [Parameter(ParameterSetName = FilterSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>Issue types, by name (wildcards allowed) or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.IssueType))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public string[]? IssueType { get; set; }

    /// <summary>Statuses, by name (wildcards allowed) or id; Backlog's own four by their English or Japanese names.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.Status))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>
    /// Statuses to exclude, by name (wildcards allowed) or id. Issues of all other statuses are returned, including a
    /// project's own.
    /// </summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.Status))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? ExcludeStatus { get; set; }

    /// <summary>Only issues that were due before today and are not closed.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Overdue { get; set; }

    /// <summary>Categories, by name (wildcards allowed) or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.Category))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public string[]? Category { get; set; }

    /// <summary>Versions that issues were found in, by name (wildcards allowed) or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.Milestone))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public string[]? Version { get; set; }

    /// <summary>Milestones of the issues, by name (wildcards allowed) or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectNumber(typeof(BacklogPS.Milestone))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public string[]? Milestone { get; set; }

    /// <summary>Priorities, by name (English, Japanese; wildcards allowed) or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public string[]? Priority { get; set; }

    /// <summary>Resolutions, by name (English, Japanese; wildcards allowed) or id, 0 included.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public string[]? Resolution { get; set; }

    /// <summary>The assignees: names (wildcards allowed), sign-in ids or ids; @me is you.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? Assignee { get; set; }

    /// <summary>Only unassigned issues. With -Assignee, unassigned issues in addition.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Unassigned { get; set; }

    /// <summary>Who added the issues: names (wildcards allowed), sign-in ids or ids; @me is you.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? CreatedUser { get; set; }

    /// <summary>Words in the summary, the description or the comments.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Keyword { get; set; }

    /// <summary>
    /// Values of custom fields, as @{ name or id = value }. For a text field, a keyword; for a number or date, a value
    /// or @{ Min = ...; Max = ... }; for a list, names or ids of items. Requires -Project. Several projects are then
    /// read one after the other.
    /// </summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    public Hashtable? CustomField { get; set; }

    /// <summary>The position among parents and children.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public ParentChild? ParentChild { get; set; }

    /// <summary>Keys or ids of issues whose children to get.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? ParentIssue { get; set; }

    /// <summary>Only issues with these ids.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[]? Id { get; set; }

    /// <summary>Only issues with attachments ($true), or only those without ($false).</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public bool? Attachment { get; set; }

    /// <summary>Only issues with shared files ($true), or only those without ($false).</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public bool? SharedFile { get; set; }

    /// <summary>Only issues without a due date ($false). Backlog has no filter for the opposite.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public bool? HasDueDate { get; set; }

    /// <summary>Added on this day or later. For all date filters only the day counts, in the space's time zone.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? CreatedSince { get; set; }

    /// <summary>Added on this day or earlier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? CreatedUntil { get; set; }

    /// <summary>Last changed on this day or later.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? UpdatedSince { get; set; }

    /// <summary>Last changed on this day or earlier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? UpdatedUntil { get; set; }

    /// <summary>With a start date on this day or later.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? StartDateSince { get; set; }

    /// <summary>With a start date on this day or earlier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? StartDateUntil { get; set; }

    /// <summary>Due on this day or later.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? DueDateSince { get; set; }

    /// <summary>Due on this day or earlier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [CalendarDayTransformation]
    public DateTime? DueDateUntil { get; set; }
}
