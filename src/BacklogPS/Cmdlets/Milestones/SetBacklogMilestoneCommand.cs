using System;
using System.Collections.Generic;
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

/// <summary>Changes milestones (versions) of a project. Only the given fields change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogMilestone", SupportsShouldProcess = true)]
[OutputType(typeof(Milestone))]
public sealed class SetBacklogMilestoneCommand : ProjectPartChangeCmdlet<Milestone>
{
    /// <summary>The milestones, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[] Milestone { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The description; an array is joined into lines. $null clears it.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The first day; $null for none.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The day of the release; $null for none.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? ReleaseDueDate { get; set; }

    /// <summary>Whether it is archived.</summary>
    [Parameter]
    public bool Archived { get; set; }

    internal override Lookup<Milestone> Lookup => Lookups.Milestone;

    internal override IEnumerable<Given> Things => References(Milestone);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, string project, Milestone milestone, string target, CancellationToken cancel)
    {
        // The API requires the name, so send the current one.
        var name = Name ?? (await Lookup.ListAsync(http, project, cancel).ConfigureAwait(false)).Where(m => m.Id == milestone.Id).Select(m => m.Name).FirstOrDefault() ?? milestone.Name;
        var fields = new MilestoneFields(name)
        {
            Description = Field(nameof(Description), Description),
            StartDate = Field(nameof(StartDate), StartDate),
            ReleaseDueDate = Field(nameof(ReleaseDueDate), ReleaseDueDate),
            Archived = Field<bool?>(nameof(Archived), Archived),
        };
        RequireChange(target, nameof(Name), nameof(Description), nameof(StartDate), nameof(ReleaseDueDate), nameof(Archived));
        return Change.Update(target, () => Milestones.UpdateAsync(http, project, milestone.Id, fields, cancel));
    }
}
