using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A document of a project.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-document/</remarks>
public sealed class Document : ProjectObject
{
    /// <summary>The id: letters and digits, unlike the ids of other objects.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The title.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The emoji before the title; null if there is none.</summary>
    public string? Emoji { get; internal set; }

    /// <summary>The text without its markup.</summary>
    public string? Plain { get; internal set; }

    /// <summary>The text in the editor's own format, which is JSON.</summary>
    [JsonText]
    public string? Json { get; internal set; }

    /// <summary>The status, by its id in the API.</summary>
    public long? StatusId { get; internal set; }

    /// <summary>The files attached to the document.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = new BacklogList<Attachment>();

    /// <summary>The document's tags.</summary>
    public IReadOnlyList<Tag> Tags { get; internal set; } = new BacklogList<Tag>();

    /// <summary>The ids of the documents below this one; null if the server does not return it.</summary>
    public IReadOnlyList<string>? ChildDocumentIds { get; internal set; }

    /// <summary>Who wrote the document.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the document was written.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the document.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the document was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The address of the document's page; null if its project is not known.</summary>
    [Stamped]
    public string? Url => Project is null ? null : PageOf($"document/{Project}/{Id}");

    /// <inheritdoc/>
    public override string ToString() => Title;

    internal override string? Called => Title;

    internal override string? Identity => IdentityBy(Id);
}
