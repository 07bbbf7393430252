using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A file attached to an issue, a comment, a wiki page, a document or a pull request.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-issue-attachments/</remarks>
public sealed class Attachment : ProjectObject
{
    /// <summary>The key or id of the issue it is attached to; null if it is attached to something else.</summary>
    [Stamped]
    public string? IssueKey { get; internal set; }

    /// <summary>The id of the wiki page it is attached to; null if it is attached to something else.</summary>
    [Stamped]
    public long? WikiId { get; internal set; }

    /// <summary>The id of the document it is attached to; null if it is attached to something else.</summary>
    [Stamped]
    public string? DocumentId { get; internal set; }

    /// <summary>The Git repository of the pull request it is attached to; null if it is attached to something else.</summary>
    [Stamped]
    public string? Repository { get; internal set; }

    /// <summary>The number of the pull request it is attached to; null if it is attached to something else.</summary>
    [Stamped]
    public long? PullRequestNumber { get; internal set; }

    /// <summary>The id of the attachment.</summary>
    public long Id { get; internal set; }

    /// <summary>The file's name as it was uploaded. It may contain characters that a file system does not allow.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The size in bytes.</summary>
    [Bytes]
    public long Size { get; internal set; }

    /// <summary>Who attached it; null if the response does not include it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was attached; null if the response does not include it.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
