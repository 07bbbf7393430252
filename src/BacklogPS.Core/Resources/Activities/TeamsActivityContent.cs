using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>Teams that joined or left a project.</summary>
[SnakeCase]
public sealed class TeamsActivityContent : ActivityContent
{
    /// <summary>The teams, with the fields that the activity includes.</summary>
    public IReadOnlyList<Team> Parties { get; internal set; } = new BacklogList<Team>();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Parties);
}
