using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator.Data;

public sealed class Issue
{
    private byte[]? _json;

    public required int Id { get; init; }
    public int ProjectId => Project.Id;
    public string IssueKey => $"{Project.ProjectKey}-{KeyId}";
    public required int KeyId { get; init; }
    public required IssueType IssueType { get; set; }
    public required string Summary { get; set; }
    public string Description { get; set; } = "";
    public NamedId? Resolution { get; set; }
    public required NamedId Priority { get; set; }
    public required Status Status { get; set; }
    public User? Assignee { get; set; }

    // Arrays rather than lists: most issues have none, and a hundred thousand empty lists use a lot of memory.
    public IReadOnlyList<Category> Category { get; set; } = [];
    public IReadOnlyList<Milestone> Versions { get; set; } = [];
    public IReadOnlyList<Milestone> Milestone { get; set; } = [];
    public DateTime? StartDate { get; set; }
    public DateTime? DueDate { get; set; }
    public decimal? EstimatedHours { get; set; }
    public decimal? ActualHours { get; set; }
    public int? ParentIssueId => Parent?.Id;
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }
    public IReadOnlyList<CustomFieldValue> CustomFields { get; set; } = [];
    public IReadOnlyList<Attachment> Attachments { get; set; } = [];
    public IReadOnlyList<SharedFile> SharedFiles { get; set; } = [];
    public IReadOnlyList<Star> Stars { get; set; } = [];

    [JsonIgnore]
    public required Project Project { get; init; }

    [JsonIgnore]
    public Issue? Parent { get; set; }

    [JsonIgnore]
    public IReadOnlyList<Issue> Children { get; set; } = [];

    [JsonIgnore]
    public IReadOnlyList<Comment> Comments { get; set; } = [];

    [JsonIgnore]
    public IReadOnlyList<Issue> Related { get; set; } = [];

    /// <summary>Cached, so that listing a hundred thousand issues measures the client and not the simulator.</summary>
    internal byte[] ToJson() => _json ??= Json.Bytes(this);

    /// <summary>Must be called after any change to the issue.</summary>
    internal void Changed() => _json = null;
}

public sealed class CustomFieldValue
{
    public required int Id { get; init; }
    public required int FieldTypeId { get; init; }
    public required string Name { get; set; }

    /// <summary>Text, a number, an item or a list of items, depending on the type.</summary>
    public object? Value { get; set; }

    /// <summary>Text entered in addition to the items; null if there is none.</summary>
    public string? OtherValue { get; set; }
}

public sealed class Attachment
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public int Size => Content.Length;
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }

    [JsonIgnore]
    public required byte[] Content { get; init; }

    [JsonIgnore]
    public string ContentType { get; init; } = "application/octet-stream";
}

public sealed class SharedFile
{
    public required int Id { get; init; }
    public required int ProjectId { get; init; }

    /// <summary>"file" or "directory".</summary>
    public required string Type { get; init; }
    public required string Dir { get; init; }
    public required string Name { get; init; }
    public int? Size => Type == "file" ? Content.Length : null;
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public User? UpdatedUser { get; init; }
    public DateTime? Updated { get; init; }

    [JsonIgnore]
    public byte[] Content { get; init; } = [];
}

public sealed class Star
{
    public required int Id { get; init; }
    public string? Comment { get; init; }
    public required string Url { get; init; }
    public required string Title { get; init; }
    public required User Presenter { get; init; }
    public required DateTime Created { get; init; }

    /// <summary>The user whose work was starred.</summary>
    [JsonIgnore]
    public required User Receiver { get; init; }
}

public sealed class Comment
{
    public required int Id { get; init; }
    public int ProjectId => Issue.ProjectId;
    public int IssueId => Issue.Id;
    public string? Content { get; set; }
    public IReadOnlyList<ChangeLog> ChangeLog { get; init; } = [];
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required DateTime Updated { get; set; }
    public IReadOnlyList<Star> Stars { get; set; } = [];
    public IReadOnlyList<CommentNotification> Notifications { get; set; } = [];

    [JsonIgnore]
    public required Issue Issue { get; init; }
}

public sealed record ChangeLog(string Field, string? NewValue, string? OriginalValue)
{
    public AttachmentInfo? AttachmentInfo { get; init; }
    public AttributeInfo? AttributeInfo { get; init; }
    public NotificationInfo? NotificationInfo { get; init; }
}

/// <param name="Id">The attachment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What the file is attached to, "issue".</param>
public sealed record AttachmentInfo(int Id, string Name, string Type);

/// <param name="Id">The custom field.</param>
/// <param name="TypeId">The type of the field, as text.</param>
public sealed record AttributeInfo(int Id, string TypeId);

/// <param name="Type">For example "issue.create".</param>
public sealed record NotificationInfo(string Type);

public sealed class CommentNotification
{
    public required int Id { get; init; }
    public bool AlreadyRead { get; set; }
    public int Reason { get; init; } = 2;
    public required User User { get; init; }
    public bool ResourceAlreadyRead { get; set; }
}

public sealed class Watching
{
    public required int Id { get; init; }
    public bool ResourceAlreadyRead { get; set; }
    public string? Note { get; set; }
    public string Type => "issue";
    public required Issue Issue { get; init; }
    public DateTime? LastContentUpdated { get; set; }
    public required DateTime Created { get; init; }
    public required DateTime Updated { get; set; }

    [JsonIgnore]
    public required User User { get; init; }

    [JsonIgnore]
    public bool AlreadyRead { get; set; }
}
