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

/// <summary>Changes the text of your own comments on issues and pull requests.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogComment", SupportsShouldProcess = true, DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Comment))]
public sealed class SetBacklogCommentCommand : CommentCmdlet
{
    private const string PullRequestSet = "PullRequest";

    /// <summary>The project that has the pull request: key, id, name or object.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [Reference(typeof(Project), IsOne = true)]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The Git repository that has the pull request, by name or id, or the object.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [Reference(typeof(GitRepository), IsOne = true)]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public object Repository { get; set; } = null!;

    /// <summary>The number of the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [WholeNumber]
    public long Number { get; set; }

    /// <summary>The comments' ids.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <summary>The new text; an array is joined into lines.</summary>
    [Parameter(Mandatory = true)]
    [Text]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Content { get; set; } = null!;

    internal override IEnumerable<Given> Things => ParameterSetName == PullRequestSet
        ? Id.Select(id => new Given { Text = Numbers.Text(id), Id = id }.In(Reference(Project)))
        : base.Things;

    /// <summary>Emits the comment as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    private protected override IReadOnlyList<long> Ids => Id;

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var id = thing.Id!.Value;
        var place = ParameterSetName == PullRequestSet
            ? await PullRequestPlace.FindAsync(http, Reference(Project), Reference(Repository), Number, cancel).ConfigureAwait(false)
            : PullRequestPlace.Of(thing);
        if (place is not null)
        {
            return Change.Update(
                Targets.On(http, Shown(thing), Messages.NounPullRequest, place.ToString()),
                () => PullRequestComments.UpdateAsync(http, place.Project, place.Repository, place.Number, id, Content, cancel));
        }

        var issue = await IssueOfAsync(http, thing, cancel).ConfigureAwait(false) ?? throw NotOnIssue(thing);
        return Change.Update(Targets.On(http, Shown(thing), Messages.NounIssue, issue), () => Comments.UpdateAsync(http, issue, id, Content, cancel));
    }
}
