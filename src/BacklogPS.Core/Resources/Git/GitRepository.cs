using System;

namespace BacklogPS;

/// <summary>A Git repository of a project.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-git-repository/</remarks>
public sealed class GitRepository : ProjectObject
{
    /// <summary>The id of the repository.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's number; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name, as it stands in the addresses.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The address to clone from over HTTPS.</summary>
    public string? HttpUrl { get; internal set; }

    /// <summary>The address to clone from over SSH.</summary>
    public string? SshUrl { get; internal set; }

    /// <summary>The address that a push is reported to; null if there is none.</summary>
    public string? HookUrl { get; internal set; }

    /// <summary>When somebody last pushed; null if nobody did.</summary>
    public DateTimeOffset? PushedAt { get; internal set; }

    /// <summary>The place in the project's order of repositories; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>Who made the repository.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the repository was made.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who changed its settings last.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When its settings were changed last.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
