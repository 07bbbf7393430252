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
    /// <summary>Only these; without it, the issues, then the projects, then the wiki pages. -First and -Skip count in each.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [EachWord]
    public RecentItemType[] Type { get; set; } = Enum.GetValues(typeof(RecentItemType)).Cast<RecentItemType>().ToArray();

    /// <summary>Which way each list goes; without it, what was looked at last comes first.</summary>
    [Parameter]
    public SortOrder? Order { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var type in Type.Distinct())
        {
            await output.WriteListAsync<RecentItem>(
                PagingParameters,
                Message.Of(Messages.ProgressRecentItems, http.Address.Name),
                http.Address,
                count: null,
                (range, emit) => RecentItems.ListAsync(http, type, Order, range, emit, cancel)).ConfigureAwait(false);
        }
    }
}
