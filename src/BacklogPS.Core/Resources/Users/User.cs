using System;

namespace BacklogPS;

/// <summary>A user of a space.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-user/</remarks>
public sealed class User : BacklogObject
{
    /// <summary>The number the API knows the user by.</summary>
    public long Id { get; internal set; }

    /// <summary>The id the user signs in with; null for bots.</summary>
    public string? UserId { get; internal set; }

    /// <summary>The display name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What the user may do in the space.</summary>
    public RoleType RoleType { get; internal set; }

    /// <summary>The language of the profile, <c>en</c> or <c>ja</c>; null where the user did not choose.</summary>
    public string? Lang { get; internal set; }

    /// <summary>The mail address; null where the asking user may not see it.</summary>
    public string? MailAddress { get; internal set; }

    /// <summary>The Nulab account behind the user; null where there is none or the server is older.</summary>
    public NulabAccount? NulabAccount { get; internal set; }

    /// <summary>When the user last signed in; null where never, or where the server is older.</summary>
    public DateTimeOffset? LastLoginTime { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
