using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the milestones of a project, which are also its versions.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogMilestone")]
[OutputType(typeof(Milestone))]
public sealed class GetBacklogMilestoneCommand : ProjectListCmdlet<Milestone>
{
    /// <summary>Only archived milestones ($true), or only those that are not ($false). The default is both.</summary>
    [Parameter]
    public bool? Archived { get; set; }

    internal override Lookup<Milestone> Kind => Lookups.Milestone;

    internal override async Task<IReadOnlyList<Milestone>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        (await Milestones.ListAsync(http, project, cancel).ConfigureAwait(false)).Where(m => Archived is null || (m.Archived ?? false) == Archived).ToList();
}
