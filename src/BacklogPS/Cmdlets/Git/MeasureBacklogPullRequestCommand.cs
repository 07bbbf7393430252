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

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => EachRepositoryAsync(Project, Repository, http, async (project, repository, filter) =>
    {
        var count = await PullRequests.CountAsync(http, project, repository, filter, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, Project = project, Repository = repository, Count = count }).ConfigureAwait(false);
    }, output, cancel);
}
