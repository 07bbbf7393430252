using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds milestones (versions) to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogMilestone", SupportsShouldProcess = true)]
[OutputType(typeof(Milestone))]
public sealed class NewBacklogMilestoneCommand : NewInProjectCmdlet
{
    /// <summary>The names of the new milestones.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The day of the release.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? ReleaseDueDate { get; set; }

    internal override string Noun => CmdletMessages.NounMilestone;

    internal override IEnumerable<string> NewNames => Name;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        var fields = new MilestoneFields(name)
        {
            Description = Field(nameof(Description), Description),
            StartDate = Field(nameof(StartDate), StartDate),
            ReleaseDueDate = Field(nameof(ReleaseDueDate), ReleaseDueDate),
        };
        return Task.FromResult<Change?>(Change.Add(target, () => Milestones.AddAsync(http, project.ProjectKey, fields, cancel)));
    }
}
