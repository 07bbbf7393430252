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

/// <summary>Notifies more people of your own comments on issues.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogCommentNotification", SupportsShouldProcess = true, DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Comment))]
public sealed class AddBacklogCommentNotificationCommand : CommentCmdlet
{
    /// <summary>The comments' ids.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 1)]
    [Alias("CommentId")]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <summary>Members of the project to notify, by name, sign-in id or id.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    private protected override IReadOnlyList<long> Ids => Id;

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var issue = await IssueOfAsync(http, thing, cancel).ConfigureAwait(false) ?? throw NotOnIssue(thing);
        var project = thing.Project ?? Issue.ProjectOf(issue)!;
        var users = (await Lookups.User.EachAsync(http, project, References(User), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList();
        return Change.Add(Targets.On(http, Shown(thing), Messages.NounIssue, issue), () => Comments.NotifyAsync(http, issue, thing.Id!.Value, users, cancel));
    }
}
