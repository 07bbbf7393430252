using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// The base of the cmdlets that permanently remove more than the object that they name; declare them with
/// <see cref="ConfirmImpact.High"/>, so that they ask for confirmation by default.
/// </summary>
public abstract class DestructiveCmdlet : ChangeCmdlet
{
    /// <summary>Removes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override Task<bool> AskAsync(Change change, PipelineOutput output) => AskUnlessForcedAsync(change, Force, output);
}
