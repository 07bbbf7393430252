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

/// <summary>Gets the issues that you or other users watch.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWatching", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Watching))]
public sealed class GetBacklogWatchingCommand : SpaceResourceCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary>The users who watch: names or sign-in ids, with wildcards, ids, users; @me, the default, is you.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet, ValueFromPipeline = true)]
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
    public bool? ResourceAlreadyRead { get; set; }

    /// <summary>The sort key. The default is when the issue was last changed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public WatchingSort? Sort { get; set; }

    /// <summary>The order of the list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Ids of watchings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    public long[]? Id { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName == IdSet
        ? output.WriteEachAsync(Id!, id => Watchings.GetAsync(http, id, cancel))
        : ListAsync(http, output, cancel);

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
