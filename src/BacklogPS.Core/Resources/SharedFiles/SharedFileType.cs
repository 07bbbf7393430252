namespace BacklogPS;

/// <summary>The type of an entry among a project's shared files.</summary>
public enum SharedFileType
{
    /// <summary>No type was given, or one that this version does not know.</summary>
    Unknown,

    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,
}
