using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A document's place in the tree of its project.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-document-tree/</remarks>
public sealed class DocumentNode : ProjectObject
{
    /// <summary>The document's id.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The document's title; null if the response does not include it.</summary>
    public string? Name { get; internal set; }

    /// <summary>The titles from the top of the tree down to this document, joined by slashes.</summary>
    [Stamped]
    public string Path { get; internal set; } = "";

    /// <summary>The depth in the tree: 1 at the top.</summary>
    [Stamped]
    public int Depth { get; internal set; }

    /// <summary>The id of the document above; null at the top.</summary>
    [Stamped]
    public string? ParentId { get; internal set; }

    /// <summary>Whether the document is in the trash.</summary>
    [Stamped]
    public bool IsInTrash { get; internal set; }

    /// <summary>The status, by its id in the API; null if the response does not include it.</summary>
    public long? StatusId { get; internal set; }

    /// <summary>The emoji before the title; null if there is none.</summary>
    public string? Emoji { get; internal set; }

    /// <summary>The type of the emoji, as the API names it.</summary>
    public string? EmojiType { get; internal set; }

    /// <summary>When the document was last changed; null if the response does not include it.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The documents directly below.</summary>
    public IReadOnlyList<DocumentNode> Children { get; internal set; } = new BacklogList<DocumentNode>();

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id;

    internal override string? Called => Name ?? Id;

    internal override string? Identity => IdentityBy(Id);
}
