using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace BacklogPS;

/// <summary>The base of every object from Backlog: the space it came from, and the fields that this version does not know.</summary>
/// <remarks>
/// What has a name equals that name, case aside, and another of its kind that is called so: <c>$issue.Status -eq 'Open'</c>.
/// </remarks>
public abstract class BacklogObject : IComparable
{
    // As PowerShell compares texts.
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

    /// <summary>The name that it equals, which is what its ToString gives; null for what equals itself only.</summary>
    internal virtual string? Called => null;

    /// <summary>
    /// What tells it from others of its name. Null for what is but a word, such as a status: it is the same in all projects
    /// that call one so.
    /// </summary>
    internal virtual string? Identity => null;

    /// <summary>The place among others of its kind, before the name counts.</summary>
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

    /// <summary>Orders priorities by what they mean, and everything else by name.</summary>
    /// <param name="obj">What it is compared with.</param>
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

    /// <summary>Called when the object has been read whole, to fill what follows from the rest.</summary>
    internal virtual void Complete()
    {
    }

    /// <summary>The address of a page of the space; null if the space is not known.</summary>
    internal string? PageOf(string path) =>
        Space is null ? null : (Space.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" : "") + Space + "/" + path;

    internal void AddAdditional(string name, object? value) =>
        (additional ??= new BacklogFields())[name] = value;

    private protected string IdentityBy(object id) => Space + " " + Convert.ToString(id, CultureInfo.InvariantCulture);

    private bool IsCalled(string? name) => name is not null && Called is { } mine && Names.Equals(mine, name);
}
