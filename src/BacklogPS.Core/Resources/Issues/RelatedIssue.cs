using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>An issue that another one is related to.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-list-of-related-issues/</remarks>
public sealed class RelatedIssue : Issue
{
    /// <summary>The kind of relation, <c>RELATES</c>. Backlog may add others.</summary>
    public string? Type { get; internal set; }

    /// <summary>
    /// The links to files of other services, as Backlog returns them; null if the server does not return it.
    /// </summary>
    public IReadOnlyList<object>? ExternalFileLinks { get; internal set; }

    /// <summary>The key or id of the issue whose relations were requested.</summary>
    [Stamped]
    public string? RelatedTo { get; internal set; }
}
