using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Counts the wiki pages of projects without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogWiki")]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogWikiCommand : ProjectResourceCmdlet
{
    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var count = await Wikis.CountAsync(http, project, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, Project = project, Count = count }).ConfigureAwait(false);
    }
}
