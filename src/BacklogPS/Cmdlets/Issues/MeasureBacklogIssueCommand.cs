using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Counts the issues that match the filters without reading them, for each project or for the space.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogIssue", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogIssueCommand : IssueFilterCmdlet
{
    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (await ProjectsAsync(http, output, cancel).ConfigureAwait(false) is not { } projects)
        {
            return;
        }

        foreach (var project in projects.DefaultIfEmpty())
        {
            var one = project is null ? projects : new[] { project };
            await output.TryAsync(() => InProjectsAsync(http, one, output, CountAsync, cancel), project).ConfigureAwait(false);
        }

        async Task CountAsync(IReadOnlyList<string> one)
        {
            var filter = await FilterAsync(http, one, cancel).ConfigureAwait(false);
            var count = filter is null ? 0 : await new IssueSearch(http, filter, one, cancel).CountAsync().ConfigureAwait(false);
            await output.WriteAsync(new ItemCount { Space = http.Address.Name, Project = one.FirstOrDefault(), Count = count }).ConfigureAwait(false);
        }
    }
}
