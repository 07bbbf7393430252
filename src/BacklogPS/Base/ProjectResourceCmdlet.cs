using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>What every cmdlet that reads from projects has: <c>-Project</c>, and one project's failure kept from the others.</summary>
public abstract class ProjectResourceCmdlet : SpaceResourceCmdlet
{
    /// <summary>Project keys or ids; keys with wildcards stand for the projects that you may see.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    internal sealed override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        output.EachProjectAsync(Project, http, project => ProcessProjectAsync(http, project, output, cancel), cancel);

    /// <summary>The cmdlet's work on one project.</summary>
    internal abstract Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel);
}
