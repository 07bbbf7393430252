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
/// Gets the storage that a space uses, or with -Project a project. For administrators of the space or of the project.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BacklogDiskUsage")]
[OutputType(typeof(DiskUsage), typeof(ProjectDiskUsage))]
public sealed class GetBacklogDiskUsageCommand : SpaceResourceCmdlet
{
    /// <summary>Project keys or ids; keys with wildcards. Without it, the whole space.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (Project is null)
        {
            await output.WriteAsync(await SpaceCalls.GetDiskUsageAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        await output.EachProjectAsync(
            Project,
            http,
            async project => await output.WriteAsync(await SpaceCalls.GetDiskUsageAsync(http, project, cancel).ConfigureAwait(false)).ConfigureAwait(false),
            cancel).ConfigureAwait(false);
    }
}
