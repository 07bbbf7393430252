using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>The owner of shared file links: an issue or a wiki page.</summary>
internal sealed class LinkOwner
{
    public string Project { get; private init; } = "";

    /// <summary>The name of the owner in an error about a missing link.</summary>
    public string Name { get; private init; } = "";

    /// <summary>A description of the target.</summary>
    public string Target { get; private init; } = "";

    public Func<IReadOnlyList<long>, Task<IReadOnlyList<SharedFile>>> LinkAsync { get; private init; } = null!;

    public Func<long, Task<SharedFile?>> UnlinkAsync { get; private init; } = null!;

    public Func<Task<IReadOnlyList<SharedFile>>> LinksAsync { get; private init; } = null!;

    public static async Task<LinkOwner> IssueAsync(BacklogHttp http, Given given, CancellationToken cancel)
    {
        var issue = await Lookups.Issue.OneAsync(http, given, cancel).ConfigureAwait(false);
        return new LinkOwner
        {
            Project = issue.Project!,
            Name = issue.IssueKey,
            Target = Targets.Issue(http, issue),
            LinkAsync = files => Issues.LinkAsync(http, issue, files, cancel),
            UnlinkAsync = file => Issues.UnlinkAsync(http, issue, file, cancel),
            LinksAsync = () => Issues.SharedFilesAsync(http, issue.IssueKey, cancel),
        };
    }

    public static async Task<LinkOwner> WikiAsync(BacklogHttp http, object? project, Given given, CancellationToken cancel)
    {
        var page = await InProject.WikiAsync(http, project, given, cancel).ConfigureAwait(false);
        return new LinkOwner
        {
            Project = page.Project!,
            Name = page.Name,
            Target = InProject.Target(http, page),
            LinkAsync = files => Wikis.LinkAsync(http, page, files, cancel),
            UnlinkAsync = file => Wikis.UnlinkAsync(http, page, file, cancel),
            LinksAsync = () => Wikis.SharedFilesAsync(http, page.Id, page.Project, cancel),
        };
    }
}
