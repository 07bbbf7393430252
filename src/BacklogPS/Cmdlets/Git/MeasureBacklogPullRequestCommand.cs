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

/// <summary>Counts the pull requests of each repository that match the filters, without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogPullRequest", DefaultParameterSetName = ProjectSet)]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogPullRequestCommand : PullRequestFilterCmdlet
{
    /// <summary>Project keys or ids; keys with wildcards match the projects that you can see.</summary>
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    /// <summary>Names of repositories, with wildcards, or ids. The default is all repositories of the project.</summary>
    [Parameter(ParameterSetName = ProjectSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public string[]? Repository { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName == RepositorySet
        ? output.TryAsync(() => OfRepositoryAsync(http, output, cancel), GitRepository.Name)
        : output.EachProjectAsync(Project, http, project => OfProjectAsync(http, project, output, cancel), cancel);

    private async Task OfProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var repositories = await RepositoryNames.ResolveAsync(Repository, project, http, cancel).ConfigureAwait(false);
        if (repositories.Count == 0)
        {
            return;
        }

        // Once for the project: a name that does not exist is one error, not one for each repository.
        var filter = await FilterAsync(http, project, cancel).ConfigureAwait(false);
        foreach (var repository in repositories)
        {
            await output.TryInRepositoryAsync(
                project, repository, http, name => CountAsync(http, project, name, filter, output, cancel), repository, cancel).ConfigureAwait(false);
        }
    }

    private async Task OfRepositoryAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var filter = await FilterAsync(http, GitRepository.Project!, cancel).ConfigureAwait(false);
        await CountAsync(http, GitRepository.Project!, GitRepository.Name, filter, output, cancel).ConfigureAwait(false);
    }

    private static async Task CountAsync(
        BacklogHttp http, string project, string repository, PullRequestFilter filter, PipelineOutput output, CancellationToken cancel)
    {
        var count = await PullRequests.CountAsync(http, project, repository, filter, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, Project = project, Repository = repository, Count = count }).ConfigureAwait(false);
    }
}
