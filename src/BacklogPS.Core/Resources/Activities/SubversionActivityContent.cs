using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A commit to a Subversion repository.</summary>
[SnakeCase]
public sealed class SubversionActivityContent : ActivityContent
{
    /// <summary>The revision.</summary>
    public long? Rev { get; internal set; }

    /// <summary>The message.</summary>
    public string? Comment { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"r{Rev} {Comment}";
}
