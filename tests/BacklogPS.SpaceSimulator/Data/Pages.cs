using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

public sealed record Tag(int Id, string Name);

public sealed class Wiki
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public required string Content { get; set; }
    public List<Tag> Tags { get; init; } = [];
    public List<Attachment> Attachments { get; init; } = [];
    public List<SharedFile> SharedFiles { get; init; } = [];
    public List<Star> Stars { get; init; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }

    [JsonIgnore]
    public List<WikiHistory> History { get; init; } = [];

    /// <summary>A page as it appears in lists: without its content, files and stars.</summary>
    internal object ListItem() => new { Id, ProjectId, Name, Tags, CreatedUser, Created, UpdatedUser, Updated };
}

public sealed class WikiHistory
{
    public required int PageId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Content { get; init; }
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
}

public sealed class Document
{
    public required string Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Title { get; set; }
    public required string Plain { get; set; }

    /// <summary>The document in the editor's format, as a string of JSON.</summary>
    public required string Json { get; set; }
    public int StatusId { get; set; } = 1;
    public string? Emoji { get; set; }
    public List<Attachment> Attachments { get; init; } = [];
    public List<Tag> Tags { get; init; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }
    public IEnumerable<string> ChildDocumentIds => Children.Select(c => c.Id);

    [JsonIgnore]
    public List<Document> Children { get; init; } = [];

    [JsonIgnore]
    public Document? Parent { get; init; }

    [JsonIgnore]
    public List<DocumentComment> Comments { get; init; } = [];

    [JsonIgnore]
    public bool InTrash { get; init; }
}

public sealed class DocumentComment
{
    public required string Id { get; init; }
    public required string DocumentId { get; init; }
    public int StatusId { get; init; } = 1;
    public required string Content { get; init; }
    public required string Plain { get; init; }
    public string CommentType { get; init; } = "page";
    public required int CreatedUserId { get; init; }
    public required DateTime Created { get; init; }
    public required int UpdatedUserId { get; init; }
    public required DateTime Updated { get; init; }
    public List<DocumentComment> Replies { get; init; } = [];
}
