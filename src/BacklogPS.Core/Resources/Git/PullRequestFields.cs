using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// The fields of a write to a pull request. Branches and files are only for a new one, a comment only for an existing
/// one.
/// </summary>
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

    /// <summary>The id of the issue of the pull request.</summary>
    public Field<long?> IssueId { get; init; }

    public Field<long?> AssigneeId { get; init; }

    /// <summary>Who is notified. This is an action, not a property of the pull request.</summary>
    public IReadOnlyList<long> NotifiedUserIds { get; init; } = Array.Empty<long>();

    /// <summary>Uploaded files. Each can be used once.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = Array.Empty<long>();

    public string? Comment { get; init; }

    /// <summary>
    /// Whether sending the fields twice has the same result as sending them once. It does not with a comment, which
    /// would be added twice, or with people to notify, who would be notified again.
    /// </summary>
    public bool MayRepeat => Comment is null && NotifiedUserIds.Count == 0 && AttachmentIds.Count == 0;

    /// <summary>The fields in the API's form.</summary>
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

    /// <summary>
    /// The fields whose value in the response differs from what was sent, because Backlog silently did not set or clear
    /// them.
    /// </summary>
    public IEnumerable<string> NotTakenBy(PullRequest pullRequest) => new (string Name, Field<long?> Sent, long? Has)[]
    {
        ("issueId", IssueId, pullRequest.Issue?.Id),
        ("assigneeId", AssigneeId, pullRequest.Assignee?.Id),
    }.Where(f => f.Sent.IsGiven && f.Sent.Value != f.Has).Select(f => f.Name);
}
