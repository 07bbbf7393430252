using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Splits text with commas into words, because <c>pwsh -File</c> and CI pipelines pass lists that way. PowerShell
/// itself would combine the enum values in <c>'Category,Milestone'</c> into a different one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EachWordAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Wrapped.Bare(inputData) switch
    {
        string text => Words(text),
        IList many => many.Cast<object?>().SelectMany(v => Wrapped.Bare(v) is string text ? Words(text) : new[] { v }).ToArray(),
        _ => inputData,
    };

    private static object[] Words(string text) => text.Split(',').Select(w => (object)w.Trim()).ToArray();
}
