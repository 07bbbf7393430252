using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>PowerShell hands values over as they are or wrapped in a PSObject, depending on where they come from.</summary>
internal static class Wrapped
{
    /// <summary>The value without its wrapping.</summary>
    public static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The value without its wrapping; a custom object, whose properties are in the wrapping, stays as it is.</summary>
    public static object? BareOrBag(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
