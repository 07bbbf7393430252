using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets who takes part in projects: as what in the space, as an administrator or not, and through which teams.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogProjectMember")]
[OutputType(typeof(ProjectMember))]
public sealed class GetBacklogProjectMemberCommand : ProjectResourceCmdlet
{
    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAllAsync(await ProjectMembers.ListAsync(http, project, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
