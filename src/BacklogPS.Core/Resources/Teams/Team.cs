using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>A team of users, which can be a member of projects as a whole.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-team/</remarks>
public sealed class Team : BacklogObject
{
    /// <summary>The id of the team.</summary>
    public long Id { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The users in the team.</summary>
    public IReadOnlyList<User> Members { get; internal set; } = new BacklogList<User>();

    /// <summary>The place in the list of teams; null if none is set.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>Who created the team.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the team was created.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the team.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the team was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
