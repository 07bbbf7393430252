using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// What every cmdlet has that removes for good more than the one thing it names; declare it with
/// <see cref="ConfirmImpact.High"/>, so that it asks unless told not to.
/// </summary>
public abstract class DestructiveCmdlet : ChangeCmdlet
{
    /// <summary>Removes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override Task<bool> AskAsync(Change change, PipelineOutput output) => AskUnlessForcedAsync(change, Force, output);
}
