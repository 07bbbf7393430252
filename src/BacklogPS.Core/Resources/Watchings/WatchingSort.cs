namespace BacklogPS;

/// <summary>What a list of watchings is sorted by.</summary>
public enum WatchingSort
{
    /// <summary>When the user began to watch.</summary>
    Created,

    /// <summary>When the watching was last changed.</summary>
    Updated,

    /// <summary>When the issue was last changed.</summary>
    IssueUpdated,
}
