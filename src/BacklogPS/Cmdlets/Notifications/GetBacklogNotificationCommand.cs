using System;
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

/// <summary>Gets your notifications, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogNotification", SupportsPaging = true)]
[OutputType(typeof(Notification))]
public sealed class GetBacklogNotificationCommand : SpaceResourceCmdlet
{
    /// <summary>
    /// Only notifications that these users caused: names or sign-in ids, with wildcards, ids, users; @me is you.
    /// </summary>
    [Parameter(Position = 0)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? Sender { get; set; }

    /// <summary>Only notifications from this id on.</summary>
    [Parameter]
    [WholeNumber]
    public long? MinId { get; set; }

    /// <summary>Only notifications up to this id.</summary>
    [Parameter]
    [WholeNumber]
    public long? MaxId { get; set; }

    /// <summary>The order of the list.</summary>
    [Parameter]
    public SortOrder? Order { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => Sender is null
        ? ListAsync(null, http, output, cancel)
        : output.EachUserAsync(Sender, http, sender => ListAsync(sender.Id, http, output, cancel), cancel);

    private async Task ListAsync(long? sender, BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        // The count endpoint filters neither by sender nor by id.
        Func<Task<long>>? count = sender is null && MinId is null && MaxId is null
            ? () => Notifications.CountAsync(http, null, null, cancel)
            : null;
        await output.WriteListAsync<Notification>(
            PagingParameters,
            Message.Of(CmdletMessages.ProgressNotifications, http.Address.Name),
            http.Address,
            count,
            (range, emit) => Notifications.ListAsync(http, sender, new IdBounds(MinId, MaxId), Order, range, emit, cancel)).ConfigureAwait(false);
    }
}
