using System;
using System.Collections.Generic;
using System.Linq;
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

/// <summary>Gets pull requests: of all repositories of a project, of those named, or single ones by number.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogPullRequest", DefaultParameterSetName = ProjectSet, SupportsPaging = true)]
[OutputType(typeof(PullRequest), typeof(long))]
public sealed class GetBacklogPullRequestCommand : SpaceResourceCmdlet
{
    private const string ProjectSet = "Project";
    private const string NumberSet = "Number";
    private const string RepositorySet = "GitRepository";
    private const string PullRequestSet = "PullRequest";

    /// <summary>Project keys or ids; keys with wildcards match the projects that you can see.</summary>
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    /// <summary>Names of repositories, with wildcards, or ids. The default is all repositories of the project.</summary>
    [Parameter(ParameterSetName = ProjectSet, Position = 1)]
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public string[]? Repository { get; set; }

    /// <summary>Numbers of pull requests within the repository.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Number { get; set; } = null!;

    /// <summary>The repository, as Get-BacklogRepository returns it.</summary>
    [Parameter(ParameterSetName = RepositorySet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public GitRepository GitRepository { get; set; } = null!;

    /// <summary>A pull request to read again.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public PullRequest PullRequest { get; set; } = null!;

    /// <summary>The state: Open, Closed or Merged.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = RepositorySet)]
    [ValidateNotNullOrEmpty]
    [EachWord]
    public PullRequestState[]? Status { get; set; }

    /// <summary>The assignees: names (wildcards allowed), sign-in ids or ids; @me is you.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = RepositorySet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? Assignee { get; set; }

    /// <summary>Who opened it: names (wildcards allowed), sign-in ids or ids; @me is you.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = RepositorySet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? CreatedUser { get; set; }

    /// <summary>Keys or ids of the pull requests' issues.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = RepositorySet)]
    [Alias("IssueKey")]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Issue { get; set; }

    /// <summary>Returns the number in each repository instead of the pull requests.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = RepositorySet)]
    public SwitchParameter Count { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        PullRequestSet => output.WriteEachAsync(
            new[] { PullRequest }, p => PullRequests.GetAsync(http, p.Project!, p.Repository!, p.Number, cancel)),
        RepositorySet => output.TryAsync(
            () => ListAsync(http, GitRepository.Project!, GitRepository.Name, output, cancel), GitRepository.Name),
        _ => output.EachProjectAsync(Project, http, project => OfProjectAsync(http, project, output, cancel), cancel),
    };

    private async Task OfProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var repository in await RepositoriesAsync(http, project, cancel).ConfigureAwait(false))
        {
            if (SetName == ProjectSet)
            {
                await InRepositoryAsync(repository, name => ListAsync(http, project, name, output, cancel), repository).ConfigureAwait(false);
                continue;
            }

            foreach (var number in Number)
            {
                await InRepositoryAsync(
                    repository,
                    async name => await output.WriteAsync(await PullRequests.GetAsync(http, project, name, number, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                    number).ConfigureAwait(false);
            }
        }

        Task InRepositoryAsync(string given, Func<string, Task> work, object target) =>
            output.TryInRepositoryAsync(project, given, http, work, target, cancel);
    }

    /// <summary>
    /// The repositories to query: literal names as given, and those of the project that match the patterns.
    /// </summary>
    private async Task<IReadOnlyList<string>> RepositoriesAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        if (Repository?.Any(NameText.IsPattern) == false)
        {
            return Repository;
        }

        var names = (await GitRepositories.LookUpAsync(http, project, cancel).ConfigureAwait(false)).Select(r => r.Name).ToList();
        return Repository is null ? names : NameText.Fitting(Repository.Where(NameText.IsPattern).ToList(), names, n => new[] { n })
            .Concat(Repository.Where(r => !NameText.IsPattern(r)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    private async Task ListAsync(BacklogHttp http, string project, string repository, PipelineOutput output, CancellationToken cancel)
    {
        var names = new IssueNames(http, new[] { project }, cancel);
        var filter = new PullRequestFilter
        {
            States = Status,
            AssigneeIds = await names.UsersAsync(Assignee).ConfigureAwait(false),
            CreatedUserIds = await names.UsersAsync(CreatedUser).ConfigureAwait(false),
            IssueIds = await names.IssuesAsync(Issue).ConfigureAwait(false),
        };
        Task<long> CountAsync() => PullRequests.CountAsync(http, project, repository, filter, cancel);
        if (Count)
        {
            await output.WriteAsync(await CountAsync().ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        await output.WriteListAsync<PullRequest>(
            PagingParameters,
            Message.Of(CmdletMessages.ProgressPullRequests, repository),
            http.Address,
            CountAsync,
            (range, emit) => PullRequests.ListAsync(http, project, repository, filter, range, emit, cancel)).ConfigureAwait(false);
    }
}
