using System;
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

/// <summary>Adds a comment to issues or pull requests.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogComment", SupportsShouldProcess = true, DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Comment))]
public sealed class AddBacklogCommentCommand : WriteCmdlet
{
    private const string IssueSet = "Issue";
    private const string PullRequestSet = "PullRequest";
    private const string NumberSet = "Number";

    private readonly List<string> lines = new();
    private bool textIsPiped;

    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue), MayBeOther = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] IssueKey { get; set; } = null!;

    /// <summary>Pull requests, as Get-BacklogPullRequest returns them.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(PullRequest), OnlyObjects = true)]
    public object[] PullRequest { get; set; } = null!;

    /// <summary>The project that has the pull requests: key, id, name or object.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true)]
    [Reference(typeof(Project), IsOne = true)]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The Git repository that has the pull requests, by name or id, or the object.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true)]
    [Reference(typeof(GitRepository), IsOne = true)]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public object Repository { get; set; } = null!;

    /// <summary>The numbers of the pull requests.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Number { get; set; } = null!;

    /// <summary>
    /// The text; an array is joined into lines, and so is text from the pipeline, which becomes one comment. If issues or
    /// pull requests come from the pipeline, the text can be the first argument.
    /// </summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, ValueFromPipeline = true)]
    [Text(Owners = new[] { typeof(Issue), typeof(PullRequest) })]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object Content { get; set; } = null!;

    /// <summary>Members of the project to notify, by name, sign-in id or id.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Notify { get; set; }

    /// <summary>Files to attach: paths (wildcards allowed), files, or what Send-BacklogAttachment returned.</summary>
    [Parameter]
    [Files]
    [ValidateNotNullOrEmpty]
    public object[]? Attachment { get; set; }

    internal override IEnumerable<Given> Things => ParameterSetName switch
    {
        PullRequestSet => References(PullRequest),
        NumberSet => Number.Select(number => new Given { Text = Numbers.Text(number), PullRequestNumber = number }.In(Reference(Project))),
        _ => Piped is { } owner ? new[] { owner } : References(IssueKey),
    };

    // The issue or pull request from the pipeline, if the first argument is the text.
    private Given? Piped => lines.Count == 0 ? Content as Given : null;

    private string Text => Piped is not null ? string.Join("\n", References(IssueKey).Select(l => l.Written ?? l.Text))
        : textIsPiped ? string.Join("\n", lines)
        : (string)Content;

    private protected override bool HasLeft => lines.Count > 0;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        textIsPiped = !IsGiven(nameof(Content));
        if (!textIsPiped && Content is Given given)
        {
            ThrowTerminatingError(ErrorRecords.From(
                new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectIsNoText, given.Kind!.Name)) { Target = given.Target }, null));
        }

        if (textIsPiped && !IsGiven(nameof(IssueKey)) && !IsGiven(nameof(PullRequest)) && !IsGiven(nameof(Number)))
        {
            // Pipeline input could bind to both parameters.
            ThrowTerminatingError(ErrorRecords.From(
                new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.CommentOwnerOrText) { NextStep = CmdletMessages.CommentOwnerOrTextNext }, null));
        }
    }

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var content = Text;
        if (string.IsNullOrWhiteSpace(content))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.CommentEmpty);
        }

        var place = ParameterSetName == NumberSet
            ? await PullRequestPlace.FindAsync(http, Reference(Project), Reference(Repository), thing.PullRequestNumber!.Value, cancel).ConfigureAwait(false)
            : PullRequestPlace.Of(thing);
        if (place is not null)
        {
            return await ToAsync(
                place.Project,
                AttachedTo.PullRequest,
                Targets.PullRequest(http, place),
                (notified, files) => PullRequestComments.AddAsync(http, place.Project, place.Repository, place.Number, content, notified, files, cancel)).ConfigureAwait(false);
        }

        var issue = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return await ToAsync(
            issue.Project!,
            AttachedTo.Issue,
            Targets.Issue(http, issue),
            (notified, files) => Comments.AddAsync(http, issue.IssueKey, content, notified, files, cancel)).ConfigureAwait(false);

        async Task<Change> ToAsync(string project, AttachedTo what, string target, Func<IReadOnlyList<long>, IReadOnlyList<long>, Task<Comment>> add)
        {
            var notified = (await Lookups.User.EachAsync(http, project, References(Notify), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList();
            var files = await AttachmentFiles.ResolveAsync(http, Attachment, what, null, this, output, cancel).ConfigureAwait(false);
            return Change.Of(target, CmdletMessages.ActionComment, () => files.SendAsync(http, ids => add(notified, ids), cancel));
        }
    }

    private protected override bool IsLeftForEnd()
    {
        if (!textIsPiped)
        {
            return false;
        }

        if (Content is Given owner)
        {
            RequireUnnamed(
                ParameterSetName switch { PullRequestSet => nameof(PullRequest), NumberSet => nameof(Number), _ => nameof(IssueKey) },
                References(IssueKey),
                owner,
                nameof(Content));
            return false;
        }

        lines.Add((string)Content);
        return true;
    }
}
