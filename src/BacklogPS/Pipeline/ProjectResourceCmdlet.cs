using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Pipeline;

/// <summary>What every cmdlet that reads from projects has: <c>-Project</c>, and one project's failure kept from the others.</summary>
public abstract class ProjectResourceCmdlet : SpaceResourceCmdlet
{
    /// <summary>Project keys or ids; keys with wildcards stand for the projects that you may see.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Project { get; set; } = null!;

    internal sealed override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var given in Project)
        {
            await output.TryAsync(async () =>
            {
                foreach (var project in await ProjectNames.ResolveAsync(given, http, cancel).ConfigureAwait(false))
                {
                    await ProcessProjectAsync(http, project, output, cancel).ConfigureAwait(false);
                }
            }, given).ConfigureAwait(false);
        }
    }

    /// <summary>The cmdlet's work on one project.</summary>
    internal abstract Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel);
}
