using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A project.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/get-project/ — a property that older servers do not send is null there.
/// </remarks>
public sealed class Project : BacklogObject
{
    /// <summary>The id of the project.</summary>
    public long Id { get; internal set; }

    /// <summary>The project key (<c>APP</c>), the first part of its issue keys.</summary>
    public string ProjectKey { get; internal set; } = "";

    /// <summary>The project's name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Whether the project is archived; null if the server does not return it.</summary>
    public bool? Archived { get; internal set; }

    /// <summary>The markup of descriptions, comments and wiki pages.</summary>
    public TextFormattingRule TextFormattingRule { get; internal set; }

    /// <summary>Whether the project shows burndown and Gantt charts; null if the server does not return it.</summary>
    public bool? ChartEnabled { get; internal set; }

    /// <summary>Whether charts count an issue as done once it is resolved, not only when it is closed.</summary>
    public bool? UseResolvedForChart { get; internal set; }

    /// <summary>Whether issues can have child issues; null if the server does not return it.</summary>
    public bool? SubtaskingEnabled { get; internal set; }

    /// <summary>Whether child issues can have child issues of their own (since 2026).</summary>
    public bool? GrandchildIssueEnabled { get; internal set; }

    /// <summary>Whether project administrators can appoint project administrators.</summary>
    public bool? ProjectLeaderCanEditProjectLeader { get; internal set; }

    /// <summary>Whether the project has a wiki.</summary>
    public bool? UseWiki { get; internal set; }

    /// <summary>Whether the wiki's pages are shown as a tree.</summary>
    public bool? UseWikiTreeView { get; internal set; }

    /// <summary>Whether the wiki shows images in their original size.</summary>
    public bool? UseOriginalImageSizeAtWiki { get; internal set; }

    /// <summary>Whether the project has shared files.</summary>
    public bool? UseFileSharing { get; internal set; }

    /// <summary>Whether the project has a Subversion repository.</summary>
    public bool? UseSubversion { get; internal set; }

    /// <summary>Whether the project has Git repositories.</summary>
    public bool? UseGit { get; internal set; }

    /// <summary>Whether the project uses the attributes for software development.</summary>
    public bool? UseDevAttributes { get; internal set; }

    /// <summary>Whether the project has documents; null if the server does not return it.</summary>
    public bool? UseDocument { get; internal set; }

    /// <summary>The project's place in the user's list of projects; Backlog's default is 2147483646; null if the server does not
    /// return it.</summary>
    public int? DisplayOrder { get; internal set; }

    /// <summary>The address of the project's page.</summary>
    [Stamped]
    public string? Url => PageOf("projects/" + ProjectKey);

    /// <inheritdoc/>
    public override string ToString() => ProjectKey;

    internal override string? Called => ProjectKey;

    internal override string? Identity => IdentityBy(Id);
}
