using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Names;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Commands;

/// <summary>
/// Shows how and as whom spaces are connected. For a credential that does not work, the result is an object that says
/// why, not an error.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BacklogAuthStatus", DefaultParameterSetName = SpaceSet)]
[OutputType(typeof(AuthStatus))]
public sealed class GetBacklogAuthStatusCommand : BacklogCmdlet
{
    private const string SpaceSet = "Space";
    private const string AllSet = "All";

    /// <summary>The spaces, with wildcards. The default is the space for calls without -Space.</summary>
    [Parameter(Position = 0, ParameterSetName = SpaceSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string[]? Space { get; set; }

    /// <summary>All known spaces.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Uses neither the network nor a vault, and shows only what is stored.</summary>
    [Parameter]
    public SwitchParameter SkipVerification { get; set; }

    // A script may also ask with -ErrorAction whether any space is connected.
    internal override Task ProcessAsync(PipelineOutput output, CancellationToken cancel) => output.TryAsync(() => ReadAsync(output, cancel));

    private async Task ReadAsync(PipelineOutput output, CancellationToken cancel)
    {
        var reader = new AuthStatusReader(Session, output);
        foreach (var address in await ChosenAsync(output).ConfigureAwait(false))
        {
            await output.TryAsync(async () =>
            {
                var status = await reader.ReadAsync(address, !SkipVerification, cancel).ConfigureAwait(false);
                await output.WriteAsync(status).ConfigureAwait(false);
            }, address.Name).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<SpaceAddress>> ChosenAsync(PipelineOutput output)
    {
        if (Space is not null)
        {
            return await SpaceNames.ResolveAsync(Space, Session, output).ConfigureAwait(false);
        }

        // Even with -All, no space at all is an error that says how to connect.
        var byDefault = Session.Spaces.RequireDefault();
        return All ? AuthStatusReader.AllOf(Session) : new[] { byDefault };
    }
}
