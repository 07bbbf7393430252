using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What happened to a shared file.</summary>
[SnakeCase]
public sealed class FileActivityContent : ActivityContent
{
    /// <summary>The file's id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The folder.</summary>
    public string? Dir { get; internal set; }

    /// <summary>The name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Dir + Name;
}
