using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A file or directory among the shared files of a project.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-shared-files/</remarks>
public sealed class SharedFile : ProjectObject
{
    /// <summary>The id of the file.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>Whether the entry is a file or a directory.</summary>
    public SharedFileType Type { get; internal set; }

    /// <summary>The directory of the file, with a slash at both ends: <c>/docs/</c>.</summary>
    public string Dir { get; internal set; } = "";

    /// <summary>The name without its directory.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The size in bytes; null for directories.</summary>
    [Bytes]
    public long? Size { get; internal set; }

    /// <summary>Who added it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed it.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Dir + Name;

    internal override string? Called => Dir + Name;

    internal override string? Identity => IdentityBy(Id);
}
