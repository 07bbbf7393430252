namespace BacklogPS;

/// <summary>What an entry of a project's shared files is.</summary>
public enum SharedFileType
{
    /// <summary>None was given, or one that this version does not know.</summary>
    Unknown,

    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,
}
