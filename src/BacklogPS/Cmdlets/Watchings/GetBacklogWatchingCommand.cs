using System;
using System.Collections.Generic;
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

/// <summary>Gets the issues that you or other users watch, or their number.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWatching", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Watching), ParameterSetName = new[] { ListSet, IdSet })]
[OutputType(typeof(long), ParameterSetName = new[] { CountSet })]
public sealed class GetBacklogWatchingCommand : SpaceResourceCmdlet
{
    private const string ListSet = "List";
    private const string CountSet = "Count";
    private const string IdSet = "Id";

    /// <summary>The users who watch: names or sign-in ids, with wildcards, ids, users; @me, the default, is you.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet, ValueFromPipeline = true)]
    [Parameter(Position = 0, ParameterSetName = CountSet, ValueFromPipeline = true)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = { UserNames.Me };

    /// <summary>Only these issues: keys or ids.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Issue { get; set; }

    /// <summary>Only watchings whose issue's latest changes the user has seen ($true) or has not ($false).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CountSet)]
    public bool? ResourceAlreadyRead { get; set; }

    /// <summary>The sort key. The default is when the issue was last changed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public WatchingSort? Sort { get; set; }

    /// <summary>The order of the list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Returns the number of issues that each user watches instead of the watchings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CountSet)]
    public SwitchParameter Count { get; set; }

    /// <summary>Counts only watchings that the user has seen ($true) or has not ($false).</summary>
    [Parameter(ParameterSetName = CountSet)]
    public bool? AlreadyRead { get; set; }

    /// <summary>Ids of watchings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    public long[]? Id { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        IdSet => output.WriteEachAsync(Id!, id => Watchings.GetAsync(http, id, cancel)),
        CountSet => output.EachUserAsync(User, http, user => CountAsync(user.Id, http, output, cancel), cancel),
        _ => ListAsync(http, output, cancel),
    };

    private async Task CountAsync(long user, BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAsync(
            await Watchings.CountAsync(http, user, ResourceAlreadyRead, AlreadyRead, cancel).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task ListAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var issues = await IssueIdsAsync(http, output, cancel).ConfigureAwait(false);
        if (Issue is not null && issues.Count == 0)
        {
            // None of the given issues exists. Without the filter, the request would return all watchings.
            return;
        }

        await output.EachUserAsync(User, http, async user =>
        {
            // The count endpoint does not filter by issue.
            Func<Task<long>>? count = Issue is null ? () => Watchings.CountAsync(http, user.Id, ResourceAlreadyRead, null, cancel) : null;
            await output.WriteListAsync<Watching>(
                PagingParameters,
                Message.Of(CmdletMessages.ProgressWatchings, http.Address.Name),
                http.Address,
                count,
                (range, emit) => Watchings.ListAsync(http, user.Id, ResourceAlreadyRead, issues, Sort, Order, range, emit, cancel)).ConfigureAwait(false);
        }, cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<long>> IssueIdsAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var ids = new List<long>();
        foreach (var issue in Issue ?? Array.Empty<string>())
        {
            await output.TryAsync(
                async () => ids.Add(await Issues.IdOfAsync(http, issue, cancel).ConfigureAwait(false)), issue).ConfigureAwait(false);
        }

        return ids;
    }
}
