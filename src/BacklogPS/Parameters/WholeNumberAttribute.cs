using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Refuses $true and $false for a whole number. PowerShell's own conversion turns them into 1 and 0, which may be valid
/// ids. All other values are left to that conversion.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var isBoolean = Wrapped.Bare(inputData) is IList many ? many.Cast<object?>().Any(i => Wrapped.Bare(i) is bool) : Wrapped.Bare(inputData) is bool;
        return isBoolean ? throw new ArgumentTransformationMetadataException(CmdletMessages.NumberIsNoBoolean) : inputData;
    }
}
