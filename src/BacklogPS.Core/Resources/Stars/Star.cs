using System;

namespace BacklogPS;

/// <summary>A star that someone added to an issue, a comment, a wiki page or a pull request.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-received-star-list/</remarks>
public sealed class Star : BacklogObject
{
    /// <summary>The id of the star.</summary>
    public long Id { get; internal set; }

    /// <summary>The comment that was starred; null if the star is not on a comment.</summary>
    public string? Comment { get; internal set; }

    /// <summary>The web page of what was starred.</summary>
    public string? Url { get; internal set; }

    /// <summary>The title of what was starred.</summary>
    public string? Title { get; internal set; }

    /// <summary>Who gave it.</summary>
    public User? Presenter { get; internal set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Title ?? Url ?? "";
}
