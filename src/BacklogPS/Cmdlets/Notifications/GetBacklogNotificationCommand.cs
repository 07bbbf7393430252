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

/// <summary>Gets your notifications, newest first, or their number.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogNotification", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Notification), ParameterSetName = new[] { ListSet })]
[OutputType(typeof(long), ParameterSetName = new[] { CountSet })]
public sealed class GetBacklogNotificationCommand : SpaceResourceCmdlet
{
    private const string ListSet = "List";
    private const string CountSet = "Count";

    /// <summary>
    /// Only notifications that these users caused: names or sign-in ids, with wildcards, ids, users; @me is you.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? Sender { get; set; }

    /// <summary>Only notifications from this id on.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    public long? MinId { get; set; }

    /// <summary>Only notifications up to this id.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    public long? MaxId { get; set; }

    /// <summary>The order of the list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Returns the number of notifications instead of the notifications.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CountSet)]
    public SwitchParameter Count { get; set; }

    /// <summary>Counts only notifications that you have seen ($true) or have not ($false).</summary>
    [Parameter(ParameterSetName = CountSet)]
    public bool? AlreadyRead { get; set; }

    /// <summary>Counts only notifications whose subject you have seen ($true) or have not ($false).</summary>
    [Parameter(ParameterSetName = CountSet)]
    public bool? ResourceAlreadyRead { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (Count)
        {
            var count = await Notifications.CountAsync(http, AlreadyRead, ResourceAlreadyRead, cancel).ConfigureAwait(false);
            await output.WriteAsync(count).ConfigureAwait(false);
        }
        else if (Sender is not null)
        {
            await output.EachUserAsync(Sender, http, sender => ListAsync(sender.Id, http, output, cancel), cancel).ConfigureAwait(false);
        }
        else
        {
            await ListAsync(null, http, output, cancel).ConfigureAwait(false);
        }
    }

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
