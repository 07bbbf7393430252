namespace BacklogPS;

/// <summary>The sort key of a list of watchings.</summary>
public enum WatchingSort
{
    /// <summary>When the user started to watch the issue.</summary>
    Created,

    /// <summary>When the watching was last changed.</summary>
    Updated,

    /// <summary>When the issue was last changed.</summary>
    IssueUpdated,
}
