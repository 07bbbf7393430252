using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the issues, projects and wiki pages that you viewed recently.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogRecentItem", SupportsPaging = true)]
[OutputType(typeof(RecentItem))]
public sealed class GetBacklogRecentItemCommand : SpaceResourceCmdlet
{
    /// <summary>
    /// The types to return. The default is issues, then projects, then wiki pages. -First and -Skip apply to each type.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [EachWord]
    public RecentItemType[] Type { get; set; } = Enum.GetValues(typeof(RecentItemType)).Cast<RecentItemType>().ToArray();

    /// <summary>The order of each list. The default is most recently viewed first.</summary>
    [Parameter]
    public SortOrder? Order { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var type in Type.Distinct())
        {
            await output.WriteListAsync<RecentItem>(
                PagingParameters,
                Message.Of(CmdletMessages.ProgressRecentItems, http.Address.Name),
                http.Address,
                count: null,
                (range, emit) => RecentItems.ListAsync(http, type, Order, range, emit, cancel)).ConfigureAwait(false);
        }
    }
}
