using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// The base of the cmdlets that remove a part of a project whose removal affects issues: an issue type, a status, a
/// custom field. Declare them with <see cref="ConfirmImpact.High"/>.
/// </summary>
/// <typeparam name="T">The type of the part.</typeparam>
public abstract class ProjectPartRemoveCmdlet<T> : ProjectPartChangeCmdlet<T>
    where T : BacklogObject
{
    /// <summary>Removes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override Task<bool> AskAsync(Change change, PipelineOutput output) => AskUnlessForcedAsync(change, Force, output);
}
