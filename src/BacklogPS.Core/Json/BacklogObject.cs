using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace BacklogPS;

/// <summary>The base of every object from Backlog: the space it came from, and the fields that this version does not know.</summary>
/// <remarks>
/// An object with a name equals that name, ignoring case, and equals another object of its type with the same name:
/// <c>$issue.Status -eq 'Open'</c>.
/// </remarks>
public abstract class BacklogObject : IComparable
{
    // Compares names the way PowerShell compares strings.
    private static readonly StringComparer Names = StringComparer.InvariantCultureIgnoreCase;

    private static readonly IReadOnlyDictionary<string, object?> None = new BacklogFields();
    private BacklogFields? additional;

    /// <summary>The space that this object came from, in the form that <c>-Space</c> accepts, so that a pipeline stays on its
    /// space.</summary>
    public string? Space { get; internal set; }

    /// <summary>
    /// Fields of the response that this version has no property for, by their API names. Values are strings,
    /// numbers, booleans, null, arrays of these or dictionaries of these.
    /// </summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties => additional ?? None;

    /// <summary>
    /// The name that the object equals, which is also the result of its ToString; null if the object equals only
    /// itself.
    /// </summary>
    internal virtual string? Called => null;

    /// <summary>
    /// What distinguishes the object from others with the same name. Null if the name is all that matters, as for a
    /// status, which is the same in all projects that have one of that name.
    /// </summary>
    internal virtual string? Identity => null;

    /// <summary>The position among objects of its kind; the name decides between equal positions.</summary>
    internal virtual long Rank => 0;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj switch
    {
        string text => IsCalled(text),
        BacklogObject other => ReferenceEquals(this, other) || (other.GetType() == GetType() && IsCalled(other.Called) && other.Identity == Identity),
        _ => false,
    };

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Called is { } name ? Names.GetHashCode(name) : RuntimeHelpers.GetHashCode(this);

    /// <summary>Orders priorities by rank and everything else by name.</summary>
    /// <param name="obj">The object to compare with.</param>
    public int CompareTo(object? obj)
    {
        if (obj is not BacklogObject other)
        {
            return obj is null ? 1 : StringComparer.CurrentCultureIgnoreCase.Compare(ToString(), obj.ToString());
        }

        var order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : StringComparer.CurrentCultureIgnoreCase.Compare(ToString(), other.ToString());
        return order != 0 ? order : string.CompareOrdinal(Identity, other.Identity);
    }

    /// <summary>Called after the whole object has been read, to fill properties that depend on others.</summary>
    internal virtual void Complete()
    {
    }

    /// <summary>The URL of a page in the space; null if the space is not known.</summary>
    internal string? PageOf(string path) =>
        Space is null ? null : (Space.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" : "") + Space + "/" + path;

    internal void AddAdditional(string name, object? value) =>
        (additional ??= new BacklogFields())[name] = value;

    private protected string IdentityBy(object id) => Space + " " + Convert.ToString(id, CultureInfo.InvariantCulture);

    private bool IsCalled(string? name) => name is not null && Called is { } mine && Names.Equals(mine, name);
}
