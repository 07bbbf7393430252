using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the limits and features of a space's plan. For administrators of the space.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogLicence")]
[OutputType(typeof(Licence))]
public sealed class GetBacklogLicenceCommand : SpaceResourceCmdlet
{
    internal override bool TakesSpaceOf(PSObject given) => true;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAsync(await SpaceCalls.GetLicenceAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
