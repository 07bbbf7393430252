using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// A list of objects. As text it is their names, joined, so that it is readable wherever a list becomes text: in a CSV
/// file, a grid or an HTML page.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class BacklogList<T> : List<T>
{
    /// <summary>An empty list.</summary>
    public BacklogList()
    {
    }

    /// <summary>A list with the given items.</summary>
    /// <param name="items">The items.</param>
    public BacklogList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>
    /// The number of items, as for an array. Without this, PowerShell would return the length of each item.
    /// </summary>
    public int Length => Count;

    /// <inheritdoc/>
    public override string ToString() => JoinedNames.Of(this);
}
