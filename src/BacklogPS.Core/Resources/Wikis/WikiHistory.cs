using System;

namespace BacklogPS;

/// <summary>One version of a wiki page.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-wiki-page-history/</remarks>
public sealed class WikiHistory : ProjectObject
{
    /// <summary>The page's id.</summary>
    public long PageId { get; internal set; }

    /// <summary>The version, counted from 1.</summary>
    public int Version { get; internal set; }

    /// <summary>The page's name in this version.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The text of this version.</summary>
    public string? Content { get; internal set; }

    /// <summary>Who wrote this version.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When this version was written.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Version})";
}
