using System;

namespace BacklogPS;

/// <summary>A file attached to an issue, a comment, a wiki page, a document or a pull request.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-issue-attachments/</remarks>
public sealed class Attachment : ProjectObject
{
    /// <summary>The number the API knows the attachment by.</summary>
    public int Id { get; internal set; }

    /// <summary>The file's name as it was uploaded; it may hold characters that a file system refuses.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The size in bytes.</summary>
    public long Size { get; internal set; }

    /// <summary>Who attached it; null where the answer does not say.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was attached; null where the answer does not say.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
