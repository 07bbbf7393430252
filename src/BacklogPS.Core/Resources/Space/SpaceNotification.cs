using System;

namespace BacklogPS;

/// <summary>The notice that a space shows to all its users.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-space-notification/</remarks>
public sealed class SpaceNotification : BacklogObject
{
    /// <summary>The notice; empty where there is none.</summary>
    public string Content { get; internal set; } = "";

    /// <summary>When it was last changed; null where it never was.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Content;
}
