using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Commands;

/// <summary>Sets the space for calls without -Space, in this process immediately and in new processes.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogCurrentSpace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AuthStatus))]
public sealed class SetBacklogCurrentSpaceCommand : BacklogCmdlet
{
    private PipelineInput? input;

    /// <summary>A connected space.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string Space { get; set; } = "";

    /// <summary>Emits the status of the space without verifying it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => input = MyInvocation.ExpectingInput ? new PipelineInput(this) : null;

    internal override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        if (input?.RefuseAllButSpaces() is { } refusal)
        {
            await output.WriteErrorAsync(refusal).ConfigureAwait(false);
            return;
        }

        var address = Session.Spaces.Resolve(Space);
        if (Session.Spaces.Find(address) is null)
        {
            throw Session.Spaces.Unknown(Space);
        }

        if (!await output.ShouldProcessAsync(address.Name, CmdletMessages.ActionSetCurrent).ConfigureAwait(false))
        {
            return;
        }

        Session.Spaces.SetCurrent(address);
        EnvironmentNotice.WarnIfOutranked(address, Session, output);
        if (PassThru)
        {
            var status = await new AuthStatusReader(Session, output).ReadAsync(address, verify: false, cancel).ConfigureAwait(false);
            await output.WriteAsync(status).ConfigureAwait(false);
        }
    }
}
