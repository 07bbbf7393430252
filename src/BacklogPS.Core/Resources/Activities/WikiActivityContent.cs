using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a wiki page.</summary>
[SnakeCase]
public sealed class WikiActivityContent : ActivityContent
{
    /// <summary>The page's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The text.</summary>
    public string? Content { get; internal set; }

    /// <summary>The changes of the text.</summary>
    public string? Diff { get; internal set; }

    /// <summary>The version.</summary>
    public int? Version { get; internal set; }

    /// <summary>The files attached.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The shared files linked.</summary>
    public IReadOnlyList<SharedFile> SharedFiles { get; internal set; } = new BacklogList<SharedFile>();

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
