using System;

namespace BacklogPS;

/// <summary>A user of a space.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-user/</remarks>
public sealed class User : BacklogObject
{
    /// <summary>The id of the user.</summary>
    public long Id { get; internal set; }

    /// <summary>The id the user signs in with; null for bots.</summary>
    public string? UserId { get; internal set; }

    /// <summary>The display name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The role of the user in the space.</summary>
    public RoleType RoleType { get; internal set; }

    /// <summary>The language of the profile, <c>en</c> or <c>ja</c>; null if the user did not choose.</summary>
    public string? Lang { get; internal set; }

    /// <summary>The email address; null if you do not have permission to see it.</summary>
    public string? MailAddress { get; internal set; }

    /// <summary>The Nulab account behind the user; null if there is none or the server is older.</summary>
    public NulabAccount? NulabAccount { get; internal set; }

    /// <summary>When the user last signed in; null if never, or if the server is older.</summary>
    public DateTimeOffset? LastLoginTime { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => NulabAccount?.NulabId ?? IdentityBy(Id);
}
