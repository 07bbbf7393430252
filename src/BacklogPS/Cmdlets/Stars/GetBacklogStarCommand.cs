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

/// <summary>Gets the stars that you or other users received, newest first, or the stars of a wiki page.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogStar", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Star))]
public sealed class GetBacklogStarCommand : SpaceResourceCmdlet
{
    private const string ListSet = "List";
    private const string WikiSet = "Wiki";
    private const string WikiIdSet = "WikiId";

    /// <summary>
    /// The users who received the stars: names or sign-in ids, with wildcards, ids, users; @me, the default, is you.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet, ValueFromPipeline = true)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = { UserNames.Me };

    /// <summary>Only stars from this id on.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    public long? MinId { get; set; }

    /// <summary>Only stars up to this id.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    public long? MaxId { get; set; }

    /// <summary>The order of the list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Ids of wiki pages whose stars to get.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WikiIdSet)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    public long[]? WikiId { get; set; }

    /// <summary>A wiki page whose stars to get.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WikiSet, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Wiki? Wiki { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        WikiSet => OfWikiAsync(Wiki!.Id, http, output, cancel),
        WikiIdSet => OfWikisAsync(WikiId!, http, output, cancel),
        _ => output.EachUserAsync(User, http, user => ListAsync(user.Id, http, output, cancel), cancel),
    };

    private async Task OfWikisAsync(long[] ids, BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            await output.TryAsync(() => OfWikiAsync(id, http, output, cancel), id).ConfigureAwait(false);
        }
    }

    private async Task OfWikiAsync(long id, BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteWholeListAsync(PagingParameters, await Wikis.StarsAsync(http, id, cancel).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task ListAsync(long user, BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        // The count endpoint does not filter by id.
        Func<Task<long>>? count = MinId is null && MaxId is null ? () => Stars.CountAsync(http, user, null, null, cancel) : null;
        await output.WriteListAsync<Star>(
            PagingParameters,
            Message.Of(CmdletMessages.ProgressStars, http.Address.Name),
            http.Address,
            count,
            (range, emit) => Stars.ListAsync(http, user, new IdBounds(MinId, MaxId), Order, range, emit, cancel)).ConfigureAwait(false);
    }
}
