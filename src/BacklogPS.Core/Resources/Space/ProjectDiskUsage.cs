using BacklogPS.Json;

namespace BacklogPS;

/// <summary>How much storage a project uses, in bytes. A value that the server does not return is null.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-project-disk-usage/</remarks>
public sealed class ProjectDiskUsage : ProjectObject
{
    /// <summary>The project's id.</summary>
    public long ProjectId { get; internal set; }

    /// <summary>All parts together.</summary>
    [Stamped]
    [Bytes]
    public long Used => (Issue ?? 0) + (Wiki ?? 0) + (File ?? 0) + (Subversion ?? 0) + (Git ?? 0) + (GitLFS ?? 0) + (Document ?? 0) + (PullRequest ?? 0);

    /// <summary>Attachments of issues.</summary>
    [Bytes]
    public long? Issue { get; internal set; }

    /// <summary>Attachments of wiki pages.</summary>
    [Bytes]
    public long? Wiki { get; internal set; }

    /// <summary>Shared files.</summary>
    [Bytes]
    public long? File { get; internal set; }

    /// <summary>The Subversion repository.</summary>
    [Bytes]
    public long? Subversion { get; internal set; }

    /// <summary>Git repositories.</summary>
    [Bytes]
    public long? Git { get; internal set; }

    /// <summary>Large files of Git repositories (Git LFS).</summary>
    [Bytes]
    public long? GitLFS { get; internal set; }

    /// <summary>Attachments of documents.</summary>
    [Bytes]
    public long? Document { get; internal set; }

    /// <summary>Attachments of pull requests. Not every server reports them separately.</summary>
    [Bytes]
    public long? PullRequest { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Project ?? "";
}
