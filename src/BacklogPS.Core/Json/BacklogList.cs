using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// What an object has several of. As text it is the names, joined, so that it can be read where a list becomes text: in a
/// CSV file, a grid, a page of HTML.
/// </summary>
/// <typeparam name="T">Of what.</typeparam>
public sealed class BacklogList<T> : List<T>
{
    /// <summary>An empty list.</summary>
    public BacklogList()
    {
    }

    /// <summary>A list of these.</summary>
    /// <param name="items">What it holds.</param>
    public BacklogList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>How many there are, as of an array. PowerShell would ask each item for a length of its own.</summary>
    public int Length => Count;

    /// <inheritdoc/>
    public override string ToString() => JoinedNames.Of(this);
}
