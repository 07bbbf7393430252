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

/// <summary>Adds stars to issues, comments, wiki pages and pull requests.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogStar", DefaultParameterSetName = IssueSet, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddBacklogStarCommand : WriteCmdlet
{
    private const string IssueSet = "Issue";
    private const string CommentSet = "Comment";
    private const string WikiSet = "Wiki";
    private const string PullRequestSet = "PullRequest";

    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[]? IssueKey { get; set; }

    /// <summary>Comments on issues or pull requests, as Get-BacklogComment returns them, or ids of comments on issues.</summary>
    [Parameter(ParameterSetName = CommentSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Comment))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[]? Comment { get; set; }

    /// <summary>The wiki pages, by name, which needs -Project, by id, or the objects.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Wiki))]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public object[]? Wiki { get; set; }

    /// <summary>The project that the wiki pages are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter(ParameterSetName = WikiSet)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>Pull requests, as Get-BacklogPullRequest returns them.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(PullRequest))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[]? PullRequest { get; set; }

    internal override IEnumerable<Given> Things => Wiki is not null ? InProject.Things(Wiki, Project) : References(IssueKey ?? Comment ?? PullRequest);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var (target, field, id) = ParameterSetName switch
        {
            CommentSet => OfComment(http, thing),
            WikiSet => OfWiki(http, await InProject.WikiAsync(http, Project, thing, cancel).ConfigureAwait(false)),
            PullRequestSet => OfPullRequest(http, thing),
            _ => OfIssue(http, await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false)),
        };
        return Change.OfNothing(target, CmdletMessages.ActionStar, () => Stars.AddAsync(http, field, id, cancel));
    }

    private static (string Target, string Field, long Id) OfIssue(BacklogHttp http, Issue issue) => (Targets.Issue(http, issue), "issueId", issue.Id);

    private static (string Target, string Field, long Id) OfWiki(BacklogHttp http, Wiki page) => (InProject.Target(http, page), "wikiId", page.Id);

    // The ids of comments on issues and on pull requests are separate. After a job, a comment on an issue shows only
    // its issue's key.
    private static (string Target, string Field, long Id) OfComment(BacklogHttp http, Given given)
    {
        var id = given.RequireId(Messages.NounComment);
        var shown = given.Object is Comment { PullRequestNumber: { } number } comment ? $"{comment.Project}/{comment.Repository}/{Numbers.Text(number)}#comment-{Numbers.Text(id)}"
            : given.Key is { } issue ? $"{issue}#comment-{Numbers.Text(id)}"
            : Numbers.Text(id);
        return (Targets.InSpace(http, Messages.NounComment, shown), given.IsObject && given.Key is null ? "pullRequestCommentId" : "commentId", id);
    }

    private static (string Target, string Field, long Id) OfPullRequest(BacklogHttp http, Given given)
    {
        if (given.Id is not { } id)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PullRequestIsText, given.Text))
            {
                NextStep = CmdletMessages.PullRequestIsTextNext,
                Target = given.Text,
            };
        }

        return (Targets.InProject(http, given.Project ?? "", Messages.NounPullRequest, given.Target.ToString()!), "pullRequestId", id);
    }
}
