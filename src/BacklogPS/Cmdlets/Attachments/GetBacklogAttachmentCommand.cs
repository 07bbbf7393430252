using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the files attached to issues, wiki pages or pull requests. Save-BacklogAttachment downloads them.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogAttachment", DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Attachment))]
public sealed class GetBacklogAttachmentCommand : PullRequestPartCmdlet
{
    private const string IssueSet = "Issue";
    private const string WikiIdSet = "WikiId";
    private const string WikiSet = "Wiki";

    /// <summary>Keys or ids of issues.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] IssueKey { get; set; } = null!;

    /// <summary>Ids of wiki pages.</summary>
    [Parameter(ParameterSetName = WikiIdSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] WikiId { get; set; } = null!;

    /// <summary>A wiki page, as Get-BacklogWiki returns it.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Wiki Wiki { get; set; } = null!;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        WikiIdSet => EachAsync(WikiId, id => Wikis.AttachmentsAsync(http, id, null, cancel), output),
        WikiSet => EachAsync(new[] { Wiki.Id }, id => Wikis.AttachmentsAsync(http, id, Wiki.Project, cancel), output),
        PullRequestSet => EachAsync(Number, number => OfPullRequestAsync(http, number, cancel), output),
        _ => EachAsync(IssueKey, issue => Issues.AttachmentsAsync(http, issue, cancel), output),
    };

    private async Task<IReadOnlyList<Attachment>> OfPullRequestAsync(BacklogHttp http, long number, CancellationToken cancel)
    {
        IReadOnlyList<Attachment> found = Array.Empty<Attachment>();
        await RepositoryNames.InProjectAsync(
            Project,
            Repository,
            http,
            async (project, repository) => found = await PullRequestAttachments.ListAsync(http, project, repository, number, cancel).ConfigureAwait(false),
            cancel).ConfigureAwait(false);
        return found;
    }

    private static async Task EachAsync<T>(IEnumerable<T> owners, Func<T, Task<IReadOnlyList<Attachment>>> list, PipelineOutput output)
    {
        foreach (var owner in owners)
        {
            await output.TryAsync(async () => await output.WriteAllAsync(await list(owner).ConfigureAwait(false)).ConfigureAwait(false), owner)
                .ConfigureAwait(false);
        }
    }
}
