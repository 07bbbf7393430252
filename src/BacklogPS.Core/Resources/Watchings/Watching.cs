using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>That a user watches an issue.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-watching/</remarks>
public sealed class Watching : BacklogObject
{
    /// <summary>The number the API knows the watching by.</summary>
    public long Id { get; internal set; }

    /// <summary>The key of the issue.</summary>
    [Stamped]
    public string? IssueKey => Issue?.IssueKey;

    /// <summary>Whether the user has seen what became of the issue; null where a server does not say.</summary>
    public bool? ResourceAlreadyRead { get; internal set; }

    /// <summary>The user's note on it; null where there is none.</summary>
    public string? Note { get; internal set; }

    /// <summary>What is watched, in Backlog's words: <c>issue</c>.</summary>
    public string? Type { get; internal set; }

    /// <summary>The issue.</summary>
    public Issue? Issue { get; internal set; }

    /// <summary>When something became of the issue; null where nothing did or the server is older.</summary>
    public DateTimeOffset? LastContentUpdated { get; internal set; }

    /// <summary>When the user began to watch.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>When the watching was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => IssueKey ?? "";
}
