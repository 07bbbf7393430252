using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A watching: an issue that a user watches.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-watching/</remarks>
public sealed class Watching : BacklogObject
{
    /// <summary>The id of the watching.</summary>
    public long Id { get; internal set; }

    /// <summary>The key of the issue.</summary>
    [Stamped]
    public string? IssueKey => Issue?.IssueKey;

    /// <summary>Whether the user has seen the latest changes of the issue; null if the server does not return it.</summary>
    public bool? ResourceAlreadyRead { get; internal set; }

    /// <summary>The user's note; null if there is none.</summary>
    public string? Note { get; internal set; }

    /// <summary>The type of the watched object in the API: <c>issue</c>.</summary>
    public string? Type { get; internal set; }

    /// <summary>The issue.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>When the issue was last changed; null if it was not, or if the server is older.</summary>
    public DateTimeOffset? LastContentUpdated { get; internal set; }

    /// <summary>When the user started to watch the issue.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>When the watching was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => IssueKey ?? "";
}
