using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// Gets the members of projects: their role in the space, whether they are administrators of the project, and their
/// teams.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BacklogProjectMember")]
[OutputType(typeof(ProjectMember))]
public sealed class GetBacklogProjectMemberCommand : ProjectResourceCmdlet
{
    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAllAsync(await ProjectMembers.ListAsync(http, project, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
