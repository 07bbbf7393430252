using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// Cmdlets that remove from a project what takes more with it: an issue type, a status, a custom field. Declare them with
/// <see cref="ConfirmImpact.High"/>.
/// </summary>
/// <typeparam name="T">The thing.</typeparam>
public abstract class ProjectPartRemoveCmdlet<T> : ProjectPartChangeCmdlet<T>
    where T : BacklogObject
{
    /// <summary>Removes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override Task<bool> AskAsync(Change change, PipelineOutput output) => AskUnlessForcedAsync(change, Force, output);
}
