using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the users who were notified of comments on an issue.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogCommentNotification")]
[OutputType(typeof(CommentNotification))]
public sealed class GetBacklogCommentNotificationCommand : SpaceResourceCmdlet
{
    /// <summary>The issue's key or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string IssueKey { get; set; } = null!;

    /// <summary>The comments' ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CommentId")]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    // The id of any other kind of object is not the id of a comment.
    internal override bool TakesOwnerOf(PSObject given) => PipedObject.KindOf(given) is not { } kind || kind == typeof(Comment);

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var id in Id)
        {
            await output.TryAsync(
                async () => await output.WriteAllAsync(await Comments.NotificationsAsync(http, IssueKey, id, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                id).ConfigureAwait(false);
        }
    }
}
