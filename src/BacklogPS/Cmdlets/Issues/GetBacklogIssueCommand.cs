using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets issues: those given by key or id, or all that match the filters.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogIssue", DefaultParameterSetName = IssueSet, SupportsPaging = true)]
[OutputType(typeof(Issue))]
public sealed class GetBacklogIssueCommand : IssueFilterCmdlet
{
    // The default set, with an optional parameter, so that an issue in the pipeline means itself and not its project.
    private const string IssueSet = "Issue";

    /// <summary>Issue keys or ids.</summary>
    [Parameter(ParameterSetName = IssueSet, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? IssueKey { get; set; }

    /// <summary>The field to sort by, by its API name, or a custom field of the only project by name or id.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IssueSortCompleter))]
    public string? Sort { get; set; }

    /// <summary>The order. Backlog's default is Descending.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Fills ChildIssueSummary. Only for spaces that support it (since 2026).</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter IncludeChildIssueSummary { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (IssueKey is not null)
        {
            await output.WriteEachAsync(IssueKey, key => GetAsync(http, key, cancel)).ConfigureAwait(false);
        }
        else if (await ProjectsAsync(http, output, cancel).ConfigureAwait(false) is { } projects)
        {
            // Custom fields belong to a project, so each project is listed separately. Otherwise there is a single
            // list, which is sorted as a whole.
            var lists = CustomField is null ? new[] { projects } : projects.Select(p => (IReadOnlyList<string>)new[] { p }).DefaultIfEmpty(projects).ToArray();
            foreach (var list in lists)
            {
                await output.TryAsync(
                    () => InProjectsAsync(http, list, output, inProjects => ListAsync(http, inProjects, output, cancel), cancel),
                    lists.Length == 1 ? null : list[0]).ConfigureAwait(false);
            }
        }
    }

    private static async Task<Issue> GetAsync(BacklogHttp http, string key, CancellationToken cancel)
    {
        try
        {
            return await Issues.GetAsync(http, key, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.NotFound && key.IndexOf('-') < 0 && !Numbers.IsNumber(key))
        {
            error.NextStep = Message.Of(CmdletMessages.IssueKeyIsProjectNext, key);
            throw;
        }
    }

    private async Task ListAsync(BacklogHttp http, IReadOnlyList<string> projects, PipelineOutput output, CancellationToken cancel)
    {
        if (await FilterAsync(http, projects, cancel).ConfigureAwait(false) is not { } filter)
        {
            return;
        }

        RequireOrder(filter.Parts());
        var search = new IssueSearch(http, filter, projects, cancel)
        {
            Sort = await IssueSorts.ResolveAsync(Sort, http, projects, cancel).ConfigureAwait(false),
            Order = Order,
            WithChildIssueSummary = IncludeChildIssueSummary,
            Check = parts =>
            {
                RequireOrder(parts);
                if (parts[0].ProjectIds?.Count < filter.ProjectIds?.Count)
                {
                    output.Warning(Message.Of(CmdletMessages.ProjectsInParts, http.Address.Name, parts.Count));
                }
            },
        };
        await output.WriteListAsync<Issue>(
            PagingParameters, Message.Of(CmdletMessages.ProgressIssues, http.Address.Name), http.Address, search.CountAsync, search.ListAsync).ConfigureAwait(false);
    }

    /// <summary>Makes sure that a requested order is not ignored, especially with -First.</summary>
    private void RequireOrder(IReadOnlyList<IssueFilter> parts)
    {
        if (parts.Count > 1 && (Sort is not null || Order is not null))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PartsNotSorted, parts.Count)) { NextStep = CmdletMessages.PartsNotSortedNext };
        }
    }
}
