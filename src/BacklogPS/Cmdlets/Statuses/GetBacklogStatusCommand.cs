using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the statuses that issues of a project can have.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogStatus")]
[OutputType(typeof(Status))]
public sealed class GetBacklogStatusCommand : ProjectResourceCmdlet
{
    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAllAsync(await Statuses.ListAsync(http, project, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
