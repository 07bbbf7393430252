using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A commit of a push.</summary>
[SnakeCase]
public sealed class ActivityRevision : BacklogObject
{
    /// <summary>The commit's hash.</summary>
    public string? Rev { get; internal set; }

    /// <summary>The message.</summary>
    public string? Comment { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Rev} {Comment}";
}
