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

/// <summary>Gets pull requests: of all repositories of a project, of those named, or single ones by number.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogPullRequest", DefaultParameterSetName = ProjectSet, SupportsPaging = true)]
[OutputType(typeof(PullRequest))]
public sealed class GetBacklogPullRequestCommand : PullRequestFilterCmdlet
{
    private const string NumberSet = "Number";
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

    /// <summary>A pull request to read again.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public PullRequest PullRequest { get; set; } = null!;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        PullRequestSet => output.WriteEachAsync(
            new[] { PullRequest }, p => PullRequests.GetAsync(http, p.Project!, p.Repository!, p.Number, cancel)),
        NumberSet => output.EachProjectAsync(Project, http, project => OfNumbersAsync(http, project, output, cancel), cancel),
        _ => EachRepositoryAsync(Project, Repository, http, (project, repository, filter) => ListAsync(http, project, repository, filter, output, cancel), output, cancel),
    };

    private async Task OfNumbersAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var repository in await RepositoryNames.ResolveAsync(Repository, project, http, cancel).ConfigureAwait(false))
        {
            foreach (var number in Number)
            {
                await output.TryInRepositoryAsync(
                    project,
                    repository,
                    http,
                    async name => await output.WriteAsync(await PullRequests.GetAsync(http, project, name, number, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                    number,
                    cancel).ConfigureAwait(false);
            }
        }
    }

    private Task ListAsync(
        BacklogHttp http, string project, string repository, PullRequestFilter filter, PipelineOutput output, CancellationToken cancel) =>
        output.WriteListAsync<PullRequest>(
            PagingParameters,
            Message.Of(CmdletMessages.ProgressPullRequests, repository),
            http.Address,
            () => PullRequests.CountAsync(http, project, repository, filter, cancel),
            (range, emit) => PullRequests.ListAsync(http, project, repository, filter, range, emit, cancel));
}
