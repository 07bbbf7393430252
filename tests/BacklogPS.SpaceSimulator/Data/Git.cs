using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

public sealed class GitRepository
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";
    public string? HookUrl { get; init; }
    public required string HttpUrl { get; init; }
    public required string SshUrl { get; init; }
    public int DisplayOrder { get; init; }
    public DateTime? PushedAt { get; init; }
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; init; }
    public required DateTime Updated { get; init; }

    [JsonIgnore]
    public List<PullRequest> PullRequests { get; init; } = [];
}

public sealed class PullRequest
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }
    public required int RepositoryId { get; init; }
    public required int Number { get; init; }
    public required string Summary { get; set; }
    public required string Description { get; set; }
    public required string Base { get; init; }
    public required string Branch { get; init; }

    /// <summary>1 Open, 2 Closed, 3 Merged.</summary>
    public required NamedId Status { get; init; }
    public User? Assignee { get; set; }
    public Issue? Issue { get; set; }
    public string? BaseCommit { get; init; }
    public string? BranchCommit { get; init; }
    public string? MergeCommit { get; init; }
    public DateTime? CloseAt { get; init; }
    public DateTime? MergeAt { get; init; }
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }
    public List<Attachment> Attachments { get; init; } = [];
    public List<Star> Stars { get; init; } = [];

    [JsonIgnore]
    public List<PullRequestComment> Comments { get; init; } = [];
}

public sealed class PullRequestComment
{
    public required int Id { get; init; }
    public string? Content { get; set; }
    public IReadOnlyList<ChangeLog> ChangeLog { get; init; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required DateTime Updated { get; set; }
    public List<Star> Stars { get; init; } = [];
    public IReadOnlyList<CommentNotification> Notifications { get; init; } = [];

    public string? OldBlobId { get; init; }

    public string? NewBlobId { get; init; }

    public string? FilePath { get; init; }

    public int? Position { get; init; }
}
