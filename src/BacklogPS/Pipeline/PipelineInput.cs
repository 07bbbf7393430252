using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace BacklogPS.Pipeline;

/// <summary>
/// Tells whether an object in the pipeline said what it is asked about. Every object names its space, which alone makes
/// PowerShell content: <c>Get-BacklogUser emily | Get-BacklogIssue</c> would give all issues of the space.
/// </summary>
internal sealed class PipelineInput
{
    // PowerShell keeps the object to itself. Where a version had it no more, nothing would be looked at.
    private static readonly PropertyInfo? Current =
        typeof(Cmdlet).BaseType?.GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic);

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Known = new();
    private readonly PSCmdlet cmdlet;
    private readonly Dictionary<PropertyInfo, object?> before;

    /// <summary>Made before the first object comes: what is set then was given as an argument.</summary>
    public PipelineInput(PSCmdlet cmdlet)
    {
        this.cmdlet = cmdlet;
        before = Known.GetOrAdd(cmdlet.GetType(), OfPipeline).ToDictionary(p => p, p => (object?)p.GetValue(cmdlet));
    }

    /// <summary>The object that is being worked on; null where there is none.</summary>
    public PSObject? Object => Current?.GetValue(cmdlet) as PSObject;

    /// <summary>The parameters that the object filled, <c>-Space</c> aside.</summary>
    public IReadOnlyList<string> Filled => before.Where(p => !Equals(p.Key.GetValue(cmdlet), p.Value)).Select(p => p.Key.Name).ToList();

    /// <summary>Whether an object stands for a space, or is a row of somebody's with a space in it; not one of a thing.</summary>
    public static bool IsSpace(PSObject given) =>
        given.BaseObject is BacklogObject known ? known is SpaceInfo : given.Properties["Id"] is null && given.Properties["Key"] is null;

    /// <summary>Whether an object stands for a project, or is a row of somebody's with a project in it.</summary>
    public static bool IsProject(PSObject given) =>
        given.BaseObject is BacklogObject known ? known is Project : given.Properties["ProjectKey"] is not null || IsSpace(given);

    private static IReadOnlyList<PropertyInfo> OfPipeline(Type type) => type.GetProperties()
        .Where(p => p.Name != nameof(SpaceResourceCmdlet.Space)
            && p.GetCustomAttributes<ParameterAttribute>().Any(a => a.ValueFromPipeline || a.ValueFromPipelineByPropertyName))
        .ToList();
}
