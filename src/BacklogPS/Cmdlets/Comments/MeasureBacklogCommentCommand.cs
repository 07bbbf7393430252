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

/// <summary>Counts the comments on issues or pull requests without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogComment", DefaultParameterSetName = IssueSet)]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogCommentCommand : PullRequestPartCmdlet
{
    private const string IssueSet = "Issue";

    /// <summary>Keys or ids of issues.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] IssueKey { get; set; } = null!;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (SetName == IssueSet)
        {
            await output.WriteEachAsync(IssueKey, async issue => new ItemCount
            {
                Space = http.Address.Name,
                Project = Issue.ProjectOf(issue),
                IssueKey = issue,
                Count = await Comments.CountAsync(http, issue, cancel).ConfigureAwait(false),
            }).ConfigureAwait(false);
            return;
        }

        foreach (var number in Number)
        {
            await output.TryAsync(
                () => RepositoryNames.InProjectAsync(Project, Repository, http, (project, repository) => CountAsync(project, repository, number), cancel),
                number).ConfigureAwait(false);
        }

        async Task CountAsync(string project, string repository, long number)
        {
            var count = await PullRequestComments.CountAsync(http, project, repository, number, cancel).ConfigureAwait(false);
            await output.WriteAsync(new ItemCount { Space = http.Address.Name, Project = project, Repository = repository, PullRequestNumber = number, Count = count }).ConfigureAwait(false);
        }
    }
}
