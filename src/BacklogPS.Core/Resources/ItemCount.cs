using System.Globalization;

namespace BacklogPS;

/// <summary>A number of items, and whose they are. What does not apply is null; for the items of a space, all of it.</summary>
public sealed class ItemCount : ProjectObject
{
    /// <summary>The Git repository, for pull requests and the comments on one.</summary>
    public string? Repository { get; internal set; }

    /// <summary>The number of the pull request, for the comments on it.</summary>
    public long? PullRequestNumber { get; internal set; }

    /// <summary>The key or id of the issue, for the comments on it.</summary>
    public string? IssueKey { get; internal set; }

    /// <summary>The user, for the user's stars and watchings.</summary>
    public User? User { get; internal set; }

    /// <summary>What the items were counted for, in one text: an issue, a pull request, a repository, a user, a project or the space.</summary>
    public string? For =>
        IssueKey ??
        (PullRequestNumber is { } number ? $"{Project}/{Repository}#{number.ToString(CultureInfo.InvariantCulture)}"
        : Repository is not null ? $"{Project}/{Repository}"
        : User is { Name.Length: > 0 } ? User.Name
        : User is not null ? User.Id.ToString(CultureInfo.InvariantCulture)
        : Project ?? Space);

    /// <summary>The number of items.</summary>
    public long Count { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
