using System;

namespace BacklogPS;

/// <summary>The message that a space shows to all of its users.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-space-notification/</remarks>
public sealed class SpaceNotification : BacklogObject
{
    /// <summary>The message; empty if there is none.</summary>
    public string Content { get; internal set; } = "";

    /// <summary>When it was last changed; null if it never was.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Content;
}
