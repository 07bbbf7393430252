using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the versions of wiki pages, by default newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWikiHistory", DefaultParameterSetName = IdSet, SupportsPaging = true)]
[OutputType(typeof(WikiHistory))]
public sealed class GetBacklogWikiHistoryCommand : SpaceResourceCmdlet
{
    private const string IdSet = "Id";
    private const string PageSet = "Wiki";

    /// <summary>Ids of pages.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0)]
    [Alias("WikiId")]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <summary>The page, as Get-BacklogWiki returns it.</summary>
    [Parameter(ParameterSetName = PageSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Wiki Wiki { get; set; } = null!;

    /// <summary>The oldest version to return, counted from 1.</summary>
    [Parameter]
    [WholeNumber]
    public long? MinVersion { get; set; }

    /// <summary>The newest version to return.</summary>
    [Parameter]
    [WholeNumber]
    public long? MaxVersion { get; set; }

    /// <summary>Oldest (Ascending) or newest (Descending) first.</summary>
    [Parameter]
    public SortOrder? Order { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var project = SetName == PageSet ? Wiki.Project : null;
        var versions = new IdBounds(MinVersion, MaxVersion);
        foreach (var id in SetName == PageSet ? new[] { Wiki.Id } : Id)
        {
            await output.TryAsync(
                () => output.WriteListAsync<WikiHistory>(
                    PagingParameters,
                    Message.Of(CmdletMessages.ProgressWikiHistory, id),
                    http.Address,
                    count: null,
                    (range, emit) => Wikis.HistoryAsync(http, id, project, versions, Order, range, emit, cancel)),
                id).ConfigureAwait(false);
        }
    }
}
