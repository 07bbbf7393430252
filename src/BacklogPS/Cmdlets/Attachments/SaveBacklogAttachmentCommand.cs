using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Calling;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Downloads files attached to issues, wiki pages, documents or pull requests.</summary>
[Cmdlet(VerbsData.Save, "BacklogAttachment", DefaultParameterSetName = AttachmentSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBacklogAttachmentCommand : SaveFileCmdlet
{
    private const string AttachmentSet = "Attachment";
    private const string IssueSet = "Issue";
    private const string WikiSet = "Wiki";
    private const string DocumentSet = "Document";
    private const string PullRequestSet = "PullRequest";

    /// <summary>An attachment, as Get-BacklogAttachment, an issue, a wiki page or a document gives it.</summary>
    [Parameter(ParameterSetName = AttachmentSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Attachment Attachment { get; set; } = null!;

    /// <summary>The attachments' ids.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true)]
    [Parameter(ParameterSetName = WikiSet, Mandatory = true)]
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true)]
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public long[] Id { get; set; } = null!;

    /// <summary>Key or id of the issue.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string IssueKey { get; set; } = null!;

    /// <summary>Id of the wiki page.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true)]
    public long WikiId { get; set; }

    /// <summary>Id of the document.</summary>
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string DocumentId { get; set; } = null!;

    /// <summary>Key or id of the project that has the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string Project { get; set; } = null!;

    /// <summary>Name or id of the Git repository that has the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public string Repository { get; set; } = null!;

    /// <summary>Number of the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [Alias("PullRequestNumber")]
    public long Number { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (SetName == AttachmentSet)
        {
            await output.TryAsync(
                // What is attached never changes, so its size is that of the list.
                () => SaveAsync(Attachment.Name, Attachment.Id, sink => http.DownloadAsync(PathOf(Attachment), Attachment.Size, sink, cancel), output), Attachment).ConfigureAwait(false);
            return;
        }

        foreach (var id in Id)
        {
            await output.TryAsync(() => SaveAsync($"attachment-{id}", id, sink => DownloadAsync(http, id, sink, cancel), output), id).ConfigureAwait(false);
        }
    }

    private Task SaveAsync(string name, long id, Func<IDownloadSink, Task> download, PipelineOutput output) =>
        SaveAsync($"{name} ({id})", name, download, output);

    private Task DownloadAsync(BacklogHttp http, long id, IDownloadSink sink, CancellationToken cancel) => SetName switch
    {
        WikiSet => http.DownloadAsync(Wikis.AttachmentPath(WikiId, id), 0, sink, cancel),
        DocumentSet => http.DownloadAsync(Documents.AttachmentPath(DocumentId, id), 0, sink, cancel),
        PullRequestSet => RepositoryNames.InProjectAsync(
            Project,
            Repository,
            http,
            (project, repository) => http.DownloadAsync(PullRequestAttachments.FilePath(project, repository, Number, id), 0, sink, cancel),
            cancel),
        _ => http.DownloadAsync(Issues.AttachmentPath(IssueKey, id), 0, sink, cancel),
    };

    private static ApiPath PathOf(Attachment attachment) => attachment switch
    {
        { IssueKey: { } issue } => Issues.AttachmentPath(issue, attachment.Id),
        { WikiId: { } wiki } => Wikis.AttachmentPath(wiki, attachment.Id),
        { DocumentId: { } document } => Documents.AttachmentPath(document, attachment.Id),
        { Project: { } project, Repository: { } repository, PullRequestNumber: { } number } =>
            PullRequestAttachments.FilePath(project, repository, number, attachment.Id),
        _ => throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.AttachmentOwnerUnknown, attachment.Name))
        {
            NextStep = Messages.AttachmentOwnerUnknownNext,
            Target = attachment,
        },
    };
}
