namespace BacklogPS;

/// <summary>The state of a pull request, as the API numbers it.</summary>
public enum PullRequestState
{
    /// <summary>Nothing yet.</summary>
    Open = 1,

    /// <summary>Closed without a merge.</summary>
    Closed = 2,

    /// <summary>Merged.</summary>
    Merged = 3,
}
