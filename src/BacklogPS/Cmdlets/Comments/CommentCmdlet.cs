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

namespace BacklogPS.Commands;

/// <summary>The base of the cmdlets that change comments, given as objects or by issue and comment id.</summary>
public abstract class CommentCmdlet : WriteCmdlet
{
    internal const string CommentSet = "Comment";
    internal const string IssueSet = "Issue";

    /// <summary>Comments, as Get-BacklogComment returns them.</summary>
    [Parameter(ParameterSetName = CommentSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Comment), OnlyObjects = true)]
    public object[] Comment { get; set; } = null!;

    /// <summary>The issue, by key or id, or the object.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0)]
    [Reference(typeof(Issue), IsOne = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object IssueKey { get; set; } = null!;

    internal override IEnumerable<Given> Things => ParameterSetName == CommentSet
        ? References(Comment)
        : Ids.Select(id => new Given { Text = Numbers.Text(id), Id = id }.In(Reference(IssueKey)));

    /// <summary>The ids given with an issue.</summary>
    private protected abstract IReadOnlyList<long> Ids { get; }

    /// <summary>The key of a comment's issue; null if the comment is on a pull request.</summary>
    private protected async Task<string?> IssueOfAsync(BacklogHttp http, Given comment, CancellationToken cancel) =>
        ParameterSetName == IssueSet ? (await Lookups.Issue.OneAsync(http, Reference(IssueKey), cancel).ConfigureAwait(false)).IssueKey : comment.Key;

    /// <summary>The description of a comment.</summary>
    private protected static string Shown(Given comment) => $"{Messages.NounComment} {Numbers.Text(comment.Id!.Value)}";

    /// <summary>The error for an action that Backlog allows only for comments on issues.</summary>
    private protected static BacklogException NotOnIssue(Given comment) =>
        new(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.CommentNotOnIssue, Shown(comment)))
        {
            NextStep = CmdletMessages.CommentNotOnIssueNext,
            Target = comment.Target,
        };
}
