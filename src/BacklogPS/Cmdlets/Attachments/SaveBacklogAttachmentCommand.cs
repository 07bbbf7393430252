using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    // The issue from the pipeline, which includes its attachments; null if there is none.
    private Issue? issue;

    /// <summary>An attachment from Get-BacklogAttachment or from an issue, a wiki page or a document.</summary>
    [Parameter(ParameterSetName = AttachmentSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Attachment Attachment { get; set; } = null!;

    /// <summary>The ids of the attachments. The default for an issue is all of its attachments.</summary>
    [Parameter(ParameterSetName = IssueSet)]
    [Parameter(ParameterSetName = WikiSet, Mandatory = true)]
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true)]
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[]? Id { get; set; }

    /// <summary>Key or id of the issue, or the issue.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, ValueFromPipeline = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string IssueKey { get; set; } = null!;

    /// <summary>Id of the wiki page.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true)]
    [WholeNumber]
    public long WikiId { get; set; }

    /// <summary>Id of the document.</summary>
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string DocumentId { get; set; } = null!;

    /// <summary>Key or id of the project that has the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
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
    [WholeNumber]
    public long Number { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = AttachmentSet, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = IssueSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = WikiSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = DocumentSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = PullRequestSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string? Path { get; set; }

    /// <summary>Skips files that already exist with the same name and size, without downloading them.</summary>
    [Parameter(ParameterSetName = AttachmentSet)]
    [Parameter(ParameterSetName = IssueSet)]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>
    /// Saves the files of each issue in a folder named after the issue's key, which is created if it is missing.
    /// </summary>
    [Parameter(ParameterSetName = AttachmentSet)]
    [Parameter(ParameterSetName = IssueSet)]
    public SwitchParameter FolderPerIssue { get; set; }

    internal override bool GoesBelow => FolderPerIssue;

    /// <summary>An issue includes its attachments.</summary>
    internal override string? Take(BacklogObject? given, PSObject? bag)
    {
        issue = given as Issue;
        return issue is null ? null : IssueSet;
    }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (SetName == AttachmentSet)
        {
            await SaveAsync(http, Attachment, output, cancel).ConfigureAwait(false);
            return;
        }

        if (SetName == IssueSet && (Id is null || SkipExisting || issue is not null))
        {
            await output.TryAsync(() => SaveOfIssueAsync(http, output, cancel), issue?.IssueKey ?? IssueKey).ConfigureAwait(false);
            return;
        }

        foreach (var id in Id!)
        {
            await output.TryAsync(() => SaveAsync($"attachment-{id}", id, sink => DownloadAsync(http, id, sink, cancel), output, BelowOf(SetName == IssueSet ? IssueKey : null)), id).ConfigureAwait(false);
        }
    }

    private async Task SaveOfIssueAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var attachments = issue?.Attachments ?? await Issues.AttachmentsAsync(http, IssueKey, cancel).ConfigureAwait(false);
        foreach (var id in Id?.Except(attachments.Select(a => a.Id)) ?? Array.Empty<long>())
        {
            var unknown = NameResolver.Unknown(
                Messages.NounAttachment, issue?.IssueKey ?? IssueKey, Numbers.Text(id), attachments.Select(a => $"{a.Name} ({a.Id})").ToList());
            await output.WriteErrorAsync(unknown, id).ConfigureAwait(false);
        }

        foreach (var attachment in attachments.Where(a => Id?.Contains(a.Id) != false))
        {
            await SaveAsync(http, attachment, output, cancel).ConfigureAwait(false);
        }
    }

    private Task SaveAsync(BacklogHttp http, Attachment attachment, PipelineOutput output, CancellationToken cancel) => output.TryAsync(
        async () =>
        {
            var below = BelowOf(attachment.IssueKey);
            if (SkipExisting && await IsHereAsync($"{attachment.Name} ({attachment.Id})", attachment.Name, attachment.Size, output, below).ConfigureAwait(false))
            {
                output.Verbose(Message.Of(CmdletMessages.VerboseFileHere, attachment.Name, attachment.Id));
                return;
            }

            // Attachments never change, so the size in the list is correct.
            await SaveAsync(
                attachment.Name, attachment.Id, sink => http.DownloadAsync(PathOf(attachment), attachment.Size, sink, cancel), output, below).ConfigureAwait(false);
        },
        attachment);

    private IReadOnlyList<string>? BelowOf(string? issueKey) =>
        !FolderPerIssue ? null : issueKey is null ? Array.Empty<string>() : new[] { issueKey };

    private Task SaveAsync(string name, long id, Func<IDownloadSink, Task> download, PipelineOutput output, IReadOnlyList<string>? below) =>
        SaveAsync($"{name} ({id})", name, download, output, below);

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
        _ => throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.AttachmentOwnerUnknown, attachment.Name))
        {
            NextStep = CmdletMessages.AttachmentOwnerUnknownNext,
            Target = attachment,
        },
    };
}
