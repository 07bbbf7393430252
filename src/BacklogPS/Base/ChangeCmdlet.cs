using System.Management.Automation;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that change or remove objects: they return nothing unless -PassThru is given.</summary>
public abstract class ChangeCmdlet : WriteCmdlet
{
    /// <summary>Emits the object as it is after the change or, if it was removed, as it was before.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;
}
