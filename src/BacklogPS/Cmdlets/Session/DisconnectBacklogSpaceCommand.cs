using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Commands;

/// <summary>
/// Disconnects spaces: removes the credential from its vault, and then the entry of the space. A secret that the user
/// manages stays.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "BacklogSpace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = SpaceSet)]
[OutputType(typeof(void))]
public sealed class DisconnectBacklogSpaceCommand : BacklogCmdlet
{
    private const string SpaceSet = "Space";
    private const string AllSet = "All";
    private PipelineInput? input;

    /// <summary>The spaces, with wildcards. The default is the space for calls without -Space.</summary>
    [Parameter(Position = 0, ParameterSetName = SpaceSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string[]? Space { get; set; }

    /// <summary>All connected spaces. Leaves no file of the module behind.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Disconnects the space even if the vault does not remove its secret.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => input = MyInvocation.ExpectingInput ? new PipelineInput(this) : null;

    // Cleanup must be possible without knowing whether a space is connected, so -ErrorAction can suppress the error
    // that there is none.
    internal override Task ProcessAsync(PipelineOutput output, CancellationToken cancel) =>
        output.TryAsync(() => DisconnectAsync(output, cancel));

    private async Task DisconnectAsync(PipelineOutput output, CancellationToken cancel)
    {
        if (input?.RefuseAllButSpaces() is { } refusal)
        {
            await output.WriteErrorAsync(refusal).ConfigureAwait(false);
            return;
        }

        var connector = new SpaceConnector(Session, output);
        foreach (var address in await ChosenAsync(output).ConfigureAwait(false))
        {
            await output.TryAsync(async () =>
            {
                if (Session.Spaces.Find(address) is null)
                {
                    throw NotConnected(address);
                }

                if (await output.ShouldProcessAsync(address.Name, CmdletMessages.ActionDisconnect).ConfigureAwait(false))
                {
                    await connector.DisconnectAsync(address, Force, cancel).ConfigureAwait(false);
                }
            }, address.Name).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<SpaceAddress>> ChosenAsync(PipelineOutput output)
    {
        if (All)
        {
            return Session.Spaces.All.Select(s => s.Address).ToList();
        }

        if (Space is null)
        {
            return new[] { Session.Spaces.RequireDefault() };
        }

        var chosen = await SpaceNames.ResolveAsync(Space, Session, output).ConfigureAwait(false);

        // A pattern also matches the environment's space, which was never connected and cannot be disconnected.
        return Space.Any(NameText.IsPattern)
            ? chosen.Where(a => Session.Spaces.Find(a) is not null).ToList()
            : chosen;
    }

    private static BacklogException NotConnected(SpaceAddress address) =>
        Session.Keyring.EnvironmentCredential(address) is null
            ? Session.Spaces.Unknown(address.Name)
            : new BacklogException(BacklogErrorKind.EnvironmentCredential, Message.Of(CmdletMessages.EnvironmentCredential, address.Name))
            {
                NextStep = CmdletMessages.EnvironmentCredentialNext,
                Target = address.Name,
            };
}
