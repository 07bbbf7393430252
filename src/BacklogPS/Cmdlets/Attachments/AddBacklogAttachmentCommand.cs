using System.Collections.Generic;
using System.Linq;
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

/// <summary>Attaches files to issues or wiki pages.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogAttachment", SupportsShouldProcess = true, DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Attachment))]
public sealed class AddBacklogAttachmentCommand : WriteCmdlet
{
    private const string IssueSet = "Issue";
    private const string IssueLiteralSet = "IssueLiteralPath";
    private const string WikiSet = "Wiki";
    private const string WikiLiteralSet = "WikiLiteralPath";

    private readonly List<object> piped = new();
    private bool filesArePiped;

    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = IssueLiteralSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue), MayBeOther = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] IssueKey { get; set; } = null!;

    /// <summary>The wiki pages, by name, which needs -Project, by id, or the objects.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = WikiLiteralSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Wiki))]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public object[] Wiki { get; set; } = null!;

    /// <summary>The project that the wiki pages are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter(ParameterSetName = WikiSet)]
    [Parameter(ParameterSetName = WikiLiteralSet)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>
    /// The files: paths, which may contain wildcards, the output of Get-ChildItem, or that of Send-BacklogAttachment.
    /// All files from the pipeline are attached in one write. If issues or wiki pages come from the pipeline,
    /// the files can be the first argument.
    /// </summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [Files(Owners = new[] { typeof(Issue), typeof(Wiki) })]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public object[] Path { get; set; } = null!;

    /// <summary>Paths in which wildcards are literal.</summary>
    [Parameter(ParameterSetName = IssueLiteralSet, Mandatory = true)]
    [Parameter(ParameterSetName = WikiLiteralSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>A comment to add with the files; an array is joined into lines.</summary>
    [Parameter(ParameterSetName = IssueSet)]
    [Parameter(ParameterSetName = IssueLiteralSet)]
    [Text]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Comment { get; set; }

    internal override IEnumerable<Given> Things =>
        Piped is { } owner ? new[] { owner }
        : ParameterSetName is WikiSet or WikiLiteralSet ? InProject.Things(Wiki, Project)
        : References(IssueKey);

    // The issue or wiki page from the pipeline, if the first argument is the files.
    private Given? Piped => piped.Count == 0 ? Path?.OfType<Given>().FirstOrDefault() : null;

    private bool IsWiki => ParameterSetName is WikiSet or WikiLiteralSet || Piped?.Kind == typeof(Wiki);

    private IReadOnlyList<object> Files =>
        Piped is not null ? References(IssueKey).Select(f => f.File ?? f.Written ?? f.Text).ToList()
        : filesArePiped ? piped
        : (IReadOnlyList<object>)Path ?? LiteralPath;

    private protected override bool HasLeft => piped.Count > 0;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        filesArePiped = !IsGiven(nameof(Path)) && !IsGiven(nameof(LiteralPath));
        if (Piped is { } given)
        {
            ThrowTerminatingError(ErrorRecords.From(
                new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectIsNone, given.Kind!.Name, CmdletMessages.NounFile)) { Target = given.Target }, null));
        }

        if (filesArePiped && !IsGiven(nameof(IssueKey)) && !IsGiven(nameof(Wiki)))
        {
            // Pipeline input could bind to both parameters.
            ThrowTerminatingError(ErrorRecords.From(
                new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.AttachmentOwnerOrFile) { NextStep = CmdletMessages.AttachmentOwnerOrFileNext }, null));
        }
    }

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        if (IsWiki)
        {
            var page = await InProject.WikiAsync(http, Project, thing, cancel).ConfigureAwait(false);
            var ofPage = await FilesAsync(AttachedTo.Wiki, page.Attachments?.Count).ConfigureAwait(false);
            return Change.Of(
                InProject.Target(http, page), CmdletMessages.ActionAttach, () => ofPage.SendAsync(http, ids => Wikis.AttachAsync(http, page.Id, page.Project, ids, cancel), cancel));
        }

        var issue = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        var files = await FilesAsync(AttachedTo.Issue, issue.Attachments.Count).ConfigureAwait(false);
        return Change.Of(Targets.Issue(http, issue), CmdletMessages.ActionAttach, () => files.SendAsync(
            http,
            async ids =>
            {
                var changed = await Issues.UpdateAsync(http, issue.IssueKey, new IssueFields { AttachmentIds = ids, Comment = Comment }, cancel).ConfigureAwait(false);

                // The response is the whole issue. Attachments that others have added meanwhile have lower ids.
                var before = issue.Attachments.Select(a => a.Id).ToList();
                var added = (changed?.Attachments ?? System.Array.Empty<Attachment>()).Where(a => !before.Contains(a.Id)).OrderBy(a => a.Id).ToList();
                return added.Skip(added.Count - ids.Count).ToList();
            },
            cancel));

        Task<AttachmentFiles> FilesAsync(AttachedTo what, int? present) => AttachmentFiles.ResolveAsync(
            http, Files, what, present, this, output, cancel, isLiteral: IsGiven(nameof(LiteralPath)));
    }

    private protected override bool IsLeftForEnd()
    {
        if (!filesArePiped)
        {
            return false;
        }

        if (Piped is { } owner)
        {
            RequireUnnamed(ParameterSetName is WikiSet or WikiLiteralSet ? nameof(Wiki) : nameof(IssueKey), References(IssueKey), owner, nameof(Path));
            if (owner.Kind == typeof(Wiki) && Comment is not null)
            {
                throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectIsNone, owner.Kind.Name, Messages.NounIssue)) { Target = owner.Target };
            }

            return false;
        }

        piped.AddRange(Path.Where(p => p is not Given));
        return true;
    }
}
