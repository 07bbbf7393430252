using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;

namespace BacklogPS.Pipeline;

/// <summary>What every cmdlet that reads from spaces has: <c>-Space</c>, and one space's failure kept from the others.</summary>
public abstract class SpaceResourceCmdlet : BacklogCmdlet
{
    /// <summary>
    /// The spaces to ask: space keys, hosts or base URLs; wildcards stand for connected spaces. Without it, the space
    /// that BL_SPACE names, else the current one.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string[]? Space { get; set; }

    /// <summary>Fails at once where the space's rate limit would have to be waited for.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    internal override bool WaitsForRateLimit => !NoWait;

    internal sealed override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        var spaces = Space is null
            ? new[] { Session.RequireDefault() }
            : await SpaceNames.ResolveAsync(Space, Session, output).ConfigureAwait(false);
        foreach (var address in spaces)
        {
            await output.TryAsync(async () =>
            {
                var http = await Session.OpenAsync(address, output, cancel).ConfigureAwait(false);
                await ProcessSpaceAsync(http, output, cancel).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    /// <summary>The cmdlet's work on one space.</summary>
    internal abstract Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel);
}
