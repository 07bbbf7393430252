using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An activity in a space.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-activity/</remarks>
public sealed class Activity : BacklogObject
{
    /// <summary>The id of the activity.</summary>
    public long Id { get; internal set; }

    /// <summary>The project of the activity; null if it does not belong to one.</summary>
    public Project? Project { get; internal set; }

    /// <summary>What happened.</summary>
    public ActivityType Type { get; internal set; }

    /// <summary>What the activity is about. Its class depends on <see cref="Type"/>; null if Backlog does not say.</summary>
    public ActivityContent? Content { get; internal set; }

    /// <summary>The key of the issue that the activity is about; null if it is not about a single issue.</summary>
    [Stamped]
    public string? IssueKey => Project is not null && Content is IssueActivityContent { KeyId: { } number } ? $"{Project.ProjectKey}-{number}" : null;

    /// <summary>Who was notified. Since 2022 only <c>Get-BacklogActivity -Id</c> returns it.</summary>
    public IReadOnlyList<CommentNotification> Notifications { get; internal set; } = new BacklogList<CommentNotification>();

    /// <summary>Who did it.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type}: {IssueKey} {Content}";
}
