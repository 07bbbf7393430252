using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

public sealed class Activity
{
    public required int Id { get; init; }
    public required Project? Project { get; init; }
    public required int Type { get; init; }

    /// <summary>Depends on the type. This is the only place where the API uses snake_case.</summary>
    public required object Content { get; init; }

    /// <summary>Always empty in lists, as it has been since 2022.</summary>
    public IReadOnlyList<object> Notifications { get; init; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }

    [JsonIgnore]
    public IReadOnlyList<CommentNotification> Notified { get; init; } = [];
}

public sealed class Notification
{
    public required int Id { get; init; }
    public bool AlreadyRead { get; set; }
    public required int Reason { get; init; }
    public bool ResourceAlreadyRead { get; set; }
    public required Project Project { get; init; }
    public Issue? Issue { get; init; }
    public Comment? Comment { get; init; }
    public object? Repository { get; init; }
    public PullRequest? PullRequest { get; init; }
    public PullRequestComment? PullRequestComment { get; init; }
    public required User Sender { get; init; }
    public required DateTime Created { get; init; }

    [JsonIgnore]
    public required User Receiver { get; init; }
}

/// <summary>What a user viewed recently, newest first.</summary>
public sealed class RecentlyViewed
{
    public List<(Issue Issue, DateTime Updated)> Issues { get; } = [];
    public List<(Project Project, DateTime Updated)> Projects { get; } = [];
    public List<(Wiki Page, DateTime Updated)> Wikis { get; } = [];
}
