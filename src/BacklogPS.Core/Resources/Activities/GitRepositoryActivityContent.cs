using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A new Git repository.</summary>
[SnakeCase]
public sealed class GitRepositoryActivityContent : ActivityContent
{
    /// <summary>The repository, with the fields that the activity includes.</summary>
    public GitRepository? Repository { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Repository?.Name ?? "";
}
