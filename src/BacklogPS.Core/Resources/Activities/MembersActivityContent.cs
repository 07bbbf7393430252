using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>Users who joined or left a project.</summary>
[SnakeCase]
public sealed class MembersActivityContent : ActivityContent
{
    /// <summary>The users.</summary>
    public IReadOnlyList<User> Users { get; internal set; } = new BacklogList<User>();

    /// <summary>The comment on the change.</summary>
    public string? Comment { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Users);
}
