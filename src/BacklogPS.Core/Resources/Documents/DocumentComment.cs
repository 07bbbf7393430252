using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A comment on a document, or a reply to one.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-document-comment/</remarks>
public sealed class DocumentComment : ProjectObject
{
    /// <summary>The document's id.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>The comment's id: letters and digits.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>What the comment is on, as the API names it.</summary>
    public string? CommentType { get; internal set; }

    /// <summary>The status, by its id in the API.</summary>
    public long? StatusId { get; internal set; }

    /// <summary>The text without its markup.</summary>
    public string? Plain { get; internal set; }

    /// <summary>The text in the editor's own format.</summary>
    [JsonText]
    public string? Content { get; internal set; }

    /// <summary>The id of the user who wrote it.</summary>
    public long? CreatedUserId { get; internal set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>The id of the user who last changed it.</summary>
    public long? UpdatedUserId { get; internal set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The replies, oldest first.</summary>
    public IReadOnlyList<DocumentComment> Replies { get; internal set; } = new BacklogList<DocumentComment>();

    /// <inheritdoc/>
    public override string ToString() => Plain ?? Content ?? "";
}
