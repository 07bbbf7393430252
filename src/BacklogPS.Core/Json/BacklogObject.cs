using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>What every object from Backlog has: the space it came from, and the fields that this version does not know.</summary>
public abstract class BacklogObject
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
    private Dictionary<string, object?>? additional;

    /// <summary>The space this object came from, as <c>-Space</c> takes it, so that a pipeline stays on its space.</summary>
    public string? Space { get; internal set; }

    /// <summary>
    /// Fields of the answer that this version has no property for, by the name the API gives them. Values are strings,
    /// numbers, booleans, null, arrays of these or dictionaries of these.
    /// </summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties => additional ?? None;

    /// <summary>Called when the object has been read whole, to fill what follows from the rest.</summary>
    internal virtual void Complete()
    {
    }

    /// <summary>The address of a page of the space; null where the space is not known.</summary>
    internal string? PageOf(string path) =>
        Space is null ? null : (Space.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" : "") + Space + "/" + path;

    internal void AddAdditional(string name, object? value) =>
        (additional ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
}
