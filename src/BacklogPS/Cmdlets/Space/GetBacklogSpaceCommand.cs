using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the settings of a space: its name, owner, language and time zone.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogSpace")]
[OutputType(typeof(SpaceInfo))]
public sealed class GetBacklogSpaceCommand : SpaceResourceCmdlet
{
    internal override bool TakesSpaceOf(PSObject given) => true;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAsync(await SpaceCalls.GetAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
