using System;
using System.Collections.Generic;

namespace BacklogPS;

/// <summary>A webhook of a project: an address that Backlog calls when something happens.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-webhook/</remarks>
public sealed class Webhook : ProjectObject
{
    /// <summary>The id of the webhook.</summary>
    public long Id { get; internal set; }

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; internal set; }

    /// <summary>The address that is called.</summary>
    public string? HookUrl { get; internal set; }

    /// <summary>Whether it is called for everything that happens; null if the server does not return it.</summary>
    public bool? AllEvent { get; internal set; }

    /// <summary>What it is called for where that is not everything.</summary>
    public IReadOnlyList<ActivityType> ActivityTypeIds { get; internal set; } = new BacklogList<ActivityType>();

    /// <summary>Who made it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed it.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
