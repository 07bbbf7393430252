using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets how many requests of each kind you have left in this minute. This request itself does not count.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogRateLimit")]
[OutputType(typeof(ApiRateLimit))]
public sealed class GetBacklogRateLimitCommand : SpaceResourceCmdlet
{
    internal override bool TakesSpaceOf(PSObject given) => true;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAllAsync(await SpaceCalls.GetRateLimitAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
