using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Keeps $true and $false from a parameter that means a whole number: PowerShell's own conversion makes 1 and 0 of them, which
/// may be the id of something. Everything else is left to that conversion.
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
