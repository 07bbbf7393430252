using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>The base of every object from Backlog: the space it came from, and the fields that this version does not know.</summary>
public abstract class BacklogObject
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
    private Dictionary<string, object?>? additional;

    /// <summary>The space that this object came from, in the form that <c>-Space</c> accepts, so that a pipeline stays on its
    /// space.</summary>
    public string? Space { get; internal set; }

    /// <summary>
    /// Fields of the response that this version has no property for, by their API names. Values are strings,
    /// numbers, booleans, null, arrays of these or dictionaries of these.
    /// </summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties => additional ?? None;

    /// <summary>Called when the object has been read whole, to fill what follows from the rest.</summary>
    internal virtual void Complete()
    {
    }

    /// <summary>The address of a page of the space; null if the space is not known.</summary>
    internal string? PageOf(string path) =>
        Space is null ? null : (Space.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" : "") + Space + "/" + path;

    internal void AddAdditional(string name, object? value) =>
        (additional ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
}
