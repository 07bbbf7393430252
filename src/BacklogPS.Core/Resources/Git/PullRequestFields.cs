using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The fields of a write to a pull request. Branches and files are for a new one only, a comment for one that is there.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/add-pull-request/,
/// https://developer.nulab.com/docs/backlog/api/2/update-pull-request/
/// </remarks>
internal sealed record PullRequestFields
{
    public Field<string?> Summary { get; init; }

    public Field<string?> Description { get; init; }

    /// <summary>The branch to merge into.</summary>
    public Field<string?> Base { get; init; }

    /// <summary>The branch to merge.</summary>
    public Field<string?> Branch { get; init; }

    /// <summary>The id of the issue that it belongs to.</summary>
    public Field<long?> IssueId { get; init; }

    public Field<long?> AssigneeId { get; init; }

    /// <summary>Who is told of it; an act, not a state of the pull request.</summary>
    public IReadOnlyList<long> NotifiedUserIds { get; init; } = Array.Empty<long>();

    /// <summary>Uploaded files, each good for one use.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = Array.Empty<long>();

    public string? Comment { get; init; }

    /// <summary>
    /// Whether sending them twice leaves the pull request as once does: a comment would be there twice, and people would be
    /// told again.
    /// </summary>
    public bool MayRepeat => Comment is null && NotifiedUserIds.Count == 0 && AttachmentIds.Count == 0;

    /// <summary>As the API takes them.</summary>
    public Fields ToFields() => new Fields()
        .Add("summary", Summary)
        .Add("description", Description)
        .Add("base", Base)
        .Add("branch", Branch)
        .Add("issueId", IssueId)
        .Add("assigneeId", AssigneeId)
        .AddAny("notifiedUserId", NotifiedUserIds)
        .AddAny("attachmentId", AttachmentIds)
        .Add("comment", Comment is null ? default : new Field<string?>(Comment));

    /// <summary>The fields that a pull request does not have as they were sent: what Backlog did not clear or take, without a word.</summary>
    public IEnumerable<string> NotTakenBy(PullRequest pullRequest) => new (string Name, Field<long?> Sent, long? Has)[]
    {
        ("issueId", IssueId, pullRequest.Issue?.Id),
        ("assigneeId", AssigneeId, pullRequest.Assignee?.Id),
    }.Where(f => f.Sent.IsGiven && f.Sent.Value != f.Has).Select(f => f.Name);
}
