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

    /// <summary>The description.</summary>
    public string? Description { get; internal set; }

    /// <summary>The address that is called.</summary>
    public string? HookUrl { get; internal set; }

    /// <summary>Whether the webhook is called for all events; null if the server does not return it.</summary>
    public bool? AllEvent { get; internal set; }

    /// <summary>The events that the webhook is called for, if not for all.</summary>
    public IReadOnlyList<ActivityType> ActivityTypeIds { get; internal set; } = new BacklogList<ActivityType>();

    /// <summary>Who created the webhook.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the webhook was created.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the webhook.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the webhook was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
