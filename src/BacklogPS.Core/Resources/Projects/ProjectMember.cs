using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A user's part in a project, combined from the lists that the API returns.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-project-user-list/, get-list-of-project-administrators, get-project-team-list</remarks>
public sealed class ProjectMember : ProjectObject
{
    /// <summary>The user.</summary>
    public User User { get; internal set; } = null!;

    /// <summary>The id the user signs in with; null for bots.</summary>
    [Stamped]
    public string? UserId => User?.UserId;

    /// <summary>The role of the user in the space.</summary>
    [Stamped]
    public RoleType RoleType => User?.RoleType ?? default;

    /// <summary>Whether the user is an administrator of the project.</summary>
    public bool IsAdministrator { get; internal set; }

    /// <summary>Whether the user is a member directly, not only through a team.</summary>
    public bool IsDirect { get; internal set; }

    /// <summary>The teams of the project that the user belongs to.</summary>
    public IReadOnlyList<Team> Team { get; internal set; } = new BacklogList<Team>();

    /// <inheritdoc/>
    public override string ToString() => User?.Name ?? "";
}
