using System.Collections.Generic;
using System.Linq;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>Filters the pull requests of a repository; null leaves a filter out.</summary>
internal sealed class PullRequestFilter
{
    public IReadOnlyList<PullRequestState>? States { get; init; }

    public IReadOnlyList<long>? AssigneeIds { get; init; }

    public IReadOnlyList<long>? IssueIds { get; init; }

    public IReadOnlyList<long>? CreatedUserIds { get; init; }

    public Query ToQuery() => new Query()
        .AddAll("statusId[]", States?.Select(s => (long)s))
        .AddAll("assigneeId[]", AssigneeIds)
        .AddAll("issueId[]", IssueIds)
        .AddAll("createdUserId[]", CreatedUserIds);
}
