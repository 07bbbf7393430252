using System;

namespace BacklogPS;

/// <summary>A Git repository of a project.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-git-repository/</remarks>
public sealed class GitRepository : ProjectObject
{
    /// <summary>The id of the repository.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The name as it appears in the repository's addresses.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The address to clone from over HTTPS.</summary>
    public string? HttpUrl { get; internal set; }

    /// <summary>The address to clone from over SSH.</summary>
    public string? SshUrl { get; internal set; }

    /// <summary>The address that pushes are reported to; null if there is none.</summary>
    public string? HookUrl { get; internal set; }

    /// <summary>When someone last pushed; null if nobody has.</summary>
    public DateTimeOffset? PushedAt { get; internal set; }

    /// <summary>The place in the project's order of repositories; null if the server does not return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>Who created the repository.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the repository was created.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the repository's settings.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the repository's settings were last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
