using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes comments from issues.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogComment", SupportsShouldProcess = true, DefaultParameterSetName = IssueSet)]
[OutputType(typeof(Comment))]
public sealed class RemoveBacklogCommentCommand : CommentCmdlet
{
    /// <summary>The comments' ids.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <summary>Emits the removed comment.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    private protected override IReadOnlyList<long> Ids => Id;

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var issue = await IssueOfAsync(http, thing, cancel).ConfigureAwait(false) ?? throw NotOnIssue(thing);
        return Change.Remove(
            Targets.On(http, Shown(thing), Messages.NounIssue, issue), () => Comments.RemoveAsync(http, issue, thing.Id!.Value, cancel), thing.Object as Comment);
    }
}
