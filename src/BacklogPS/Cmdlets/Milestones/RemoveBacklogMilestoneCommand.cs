using System.Collections.Generic;
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

/// <summary>Removes milestones (versions) from a project. Their issues stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogMilestone", SupportsShouldProcess = true)]
[OutputType(typeof(Milestone))]
public sealed class RemoveBacklogMilestoneCommand : ProjectPartChangeCmdlet<Milestone>
{
    /// <summary>The milestones, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[] Milestone { get; set; } = null!;

    internal override Lookup<Milestone> Lookup => Lookups.Milestone;

    internal override IEnumerable<Given> Things => References(Milestone);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Milestone milestone, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Remove(target, () => Milestones.RemoveAsync(http, project, milestone.Id, cancel), milestone));
}
