using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that read from projects: <c>-Project</c>; a failure in one project does not stop the others.</summary>
public abstract class ProjectResourceCmdlet : SpaceResourceCmdlet
{
    /// <summary>Project keys or ids. Keys with wildcards match the projects that you can see.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    internal sealed override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        output.EachProjectAsync(Project, http, project => ProcessProjectAsync(http, project, output, cancel), cancel);

    /// <summary>Handles one project.</summary>
    internal abstract Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel);
}
