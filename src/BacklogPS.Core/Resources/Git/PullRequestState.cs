namespace BacklogPS;

/// <summary>The state of a pull request, by its id in the API.</summary>
public enum PullRequestState
{
    /// <summary>Neither closed nor merged.</summary>
    Open = 1,

    /// <summary>Closed without a merge.</summary>
    Closed = 2,

    /// <summary>Merged.</summary>
    Merged = 3,
}
