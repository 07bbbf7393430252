using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// A file that was uploaded and is not attached to anything yet. It can be attached once within an hour; after that
/// Backlog deletes it.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/post-attachment-file/</remarks>
public sealed class UploadedAttachment : BacklogObject
{
    /// <summary>The id of the upload. The attachment will have another id.</summary>
    public long Id { get; internal set; }

    /// <summary>The file's name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The size in bytes.</summary>
    [Bytes]
    public long Size { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
