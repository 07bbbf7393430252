using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the message that a space shows to all of its users.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogSpaceNotification")]
[OutputType(typeof(SpaceNotification))]
public sealed class GetBacklogSpaceNotificationCommand : SpaceResourceCmdlet
{
    internal override bool TakesSpaceOf(PSObject given) => true;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAsync(await SpaceCalls.GetNotificationAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
