using System.Management.Automation;

namespace BacklogPS.Base;

/// <summary>What every cmdlet has that changes or removes what is there: it is silent unless told.</summary>
public abstract class ChangeCmdlet : WriteCmdlet
{
    /// <summary>Emits what was changed, as it then is; of what was removed, what it was.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;
}
