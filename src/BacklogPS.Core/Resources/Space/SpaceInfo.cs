using System;

namespace BacklogPS;

/// <summary>The settings of a space.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-space/</remarks>
public sealed class SpaceInfo : BacklogObject
{
    /// <summary>The space key, the first part of its host name at Nulab.</summary>
    public string SpaceKey { get; internal set; } = "";

    /// <summary>The name of the organization.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The id of the user who owns the space.</summary>
    public long? OwnerId { get; internal set; }

    /// <summary>The language of the space, <c>en</c> or <c>ja</c>.</summary>
    public string? Lang { get; internal set; }

    /// <summary>The time zone, by its name in the IANA database.</summary>
    public string? Timezone { get; internal set; }

    /// <summary>When the daily report mail goes out, <c>HH:mm:ss</c> in the time zone of the space.</summary>
    public string? ReportSendTime { get; internal set; }

    /// <summary>The initial markup of new projects.</summary>
    public TextFormattingRule TextFormattingRule { get; internal set; }

    /// <summary>When the space was created.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>When the space was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => SpaceKey;
}
