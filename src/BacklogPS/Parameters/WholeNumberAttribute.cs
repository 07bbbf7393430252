using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

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
        var isBoolean = Bare(inputData) is IList many ? many.Cast<object?>().Any(i => Bare(i) is bool) : Bare(inputData) is bool;
        return isBoolean ? throw new ArgumentTransformationMetadataException(Messages.NumberIsNoBoolean) : inputData;
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
