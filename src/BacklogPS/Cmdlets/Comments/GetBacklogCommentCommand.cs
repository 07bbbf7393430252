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

/// <summary>Gets the comments on issues or pull requests, by default oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogComment", DefaultParameterSetName = IssueSet, SupportsPaging = true)]
[OutputType(typeof(Comment))]
public sealed class GetBacklogCommentCommand : PullRequestPartCmdlet
{
    private const string IssueSet = "Issue";

    /// <summary>Keys or ids of issues.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] IssueKey { get; set; } = null!;

    /// <summary>Only these comments of the issue, by id.</summary>
    [Parameter(ParameterSetName = IssueSet)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[]? Id { get; set; }

    /// <summary>The smallest comment id to return.</summary>
    [Parameter]
    [WholeNumber]
    public long? MinId { get; set; }

    /// <summary>The largest comment id to return.</summary>
    [Parameter]
    [WholeNumber]
    public long? MaxId { get; set; }

    /// <summary>Only comments from this time on.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Oldest (Ascending, the default) or newest (Descending) first.</summary>
    [Parameter]
    public SortOrder Order { get; set; } = SortOrder.Ascending;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (SetName == PullRequestSet)
        {
            foreach (var number in Number)
            {
                await output.TryAsync(
                    () => RepositoryNames.InProjectAsync(
                        Project,
                        Repository,
                        http,
                        (project, repository) => ListAsync(
                            http,
                            $"{repository}#{number}",
                            () => PullRequestComments.CountAsync(http, project, repository, number, cancel),
                            (range, emit) => PullRequestComments.ListAsync(
                                http, project, repository, number, new IdBounds(MinId, MaxId), Order, range, emit, cancel, Since),
                            output),
                        cancel),
                    number).ConfigureAwait(false);
            }

            return;
        }

        foreach (var issue in IssueKey)
        {
            await output.TryAsync(
                () => Id is not null
                    ? output.WriteEachAsync(Id, id => Comments.GetAsync(http, issue, id, cancel))
                    : ListAsync(
                        http,
                        issue,
                        () => Comments.CountAsync(http, issue, cancel),
                        (range, emit) => Comments.ListAsync(http, issue, new IdBounds(MinId, MaxId), Order, range, emit, cancel, Since),
                        output),
                issue).ConfigureAwait(false);
        }
    }

    private Task ListAsync(
        BacklogHttp http,
        string of,
        Func<Task<long>> count,
        Func<PageRange, Func<IReadOnlyList<Comment>, Task>, Task> list,
        PipelineOutput output)
    {
        // The count endpoint has no filters.
        var isBounded = MinId is not null || MaxId is not null || Since is not null;
        return output.WriteListAsync(PagingParameters, Message.Of(CmdletMessages.ProgressComments, of), http.Address, isBounded ? null : count, list);
    }
}
