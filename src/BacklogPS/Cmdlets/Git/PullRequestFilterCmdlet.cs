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

/// <summary>
/// The base of the cmdlets that filter pull requests: has all filters of the API and accepts names instead of ids.
/// </summary>
public abstract class PullRequestFilterCmdlet : SpaceResourceCmdlet
{
    internal const string ProjectSet = "Project";
    internal const string RepositorySet = "GitRepository";

    /// <summary>The repository, as Get-BacklogRepository returns it.</summary>
    [Parameter(ParameterSetName = RepositorySet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public GitRepository GitRepository { get; set; } = null!;

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

    /// <summary>
    /// Runs the work on the given repository, or on those of the projects that the values name, with its project, its name and
    /// the filter.
    /// </summary>
    internal Task EachRepositoryAsync(
        string[] projects, string[]? repositories, BacklogHttp http, Func<string, string, PullRequestFilter, Task> work, PipelineOutput output, CancellationToken cancel)
    {
        return SetName == RepositorySet
            ? output.TryAsync(
                async () => await work(GitRepository.Project!, GitRepository.Name, await FilterAsync(http, GitRepository.Project!, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                GitRepository.Name)
            : output.EachProjectAsync(projects, http, OfProjectAsync, cancel);

        async Task OfProjectAsync(string project)
        {
            var names = await RepositoryNames.ResolveAsync(repositories, project, http, cancel).ConfigureAwait(false);
            if (names.Count == 0)
            {
                return;
            }

            // Once for the project: a name that does not exist is one error, not one for each repository.
            var filter = await FilterAsync(http, project, cancel).ConfigureAwait(false);
            foreach (var given in names)
            {
                await output.TryInRepositoryAsync(project, given, http, name => work(project, name, filter), given, cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<PullRequestFilter> FilterAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        var names = new IssueNames(http, new[] { project }, cancel);
        return new PullRequestFilter
        {
            States = Status,
            AssigneeIds = await names.UsersAsync(Assignee).ConfigureAwait(false),
            CreatedUserIds = await names.UsersAsync(CreatedUser).ConfigureAwait(false),
            IssueIds = await names.IssuesAsync(Issue).ConfigureAwait(false),
        };
    }
}
