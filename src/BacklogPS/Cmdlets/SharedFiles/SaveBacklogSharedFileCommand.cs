using System;
using System.IO;
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

/// <summary>Downloads shared files. Directories in the pipeline are skipped.</summary>
[Cmdlet(VerbsData.Save, "BacklogSharedFile", DefaultParameterSetName = SharedFileSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBacklogSharedFileCommand : SaveFileCmdlet
{
    private const string SharedFileSet = "SharedFile";
    private const string IdSet = "Id";

    /// <summary>A shared file, as Get-BacklogSharedFile returns it.</summary>
    [Parameter(ParameterSetName = SharedFileSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public SharedFile SharedFile { get; set; } = null!;

    /// <summary>Keeps the directory structure: creates the files' directories in the folder given with -Path.</summary>
    [Parameter(ParameterSetName = SharedFileSet)]
    public SwitchParameter PreserveDirectory { get; set; }

    /// <summary>Key or id of the project.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string Project { get; set; } = null!;

    /// <summary>Ids of shared files.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <inheritdoc/>
    [Parameter(ParameterSetName = SharedFileSet, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = IdSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string? Path { get; set; }

    internal override bool GoesBelow => PreserveDirectory;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (SetName == SharedFileSet)
        {
            if (SharedFile.Type == SharedFileType.Directory)
            {
                output.Verbose(Message.Of(CmdletMessages.VerboseDirectorySkipped, SharedFile));
                return;
            }

            var below = PreserveDirectory ? SharedFile.Dir.Split(new[] { '/' }, StringSplitOptions.RemoveEmptyEntries) : null;

            // The file may have been replaced since it was listed, even by a shorter one, so its listed size cannot be
            // required. Only an empty response is certainly wrong; otherwise Content-Length decides.
            var leastLength = Math.Min(SharedFile.Size ?? 0, 1);
            await SaveAsync(http, SharedFile.Project!, SharedFile.Id, leastLength, SharedFile.ToString(), SharedFile.Name, below, output, cancel).ConfigureAwait(false);
            return;
        }

        foreach (var id in Id)
        {
            await SaveAsync(http, Project, id, 0, $"file-{id}", $"file-{id}", null, output, cancel).ConfigureAwait(false);
        }
    }

    private Task SaveAsync(
        BacklogHttp http, string project, long id, long leastLength, string what, string name, string[]? below, PipelineOutput output, CancellationToken cancel) =>
        output.TryAsync(
            () => SaveAsync(
                $"{what} ({id})",
                name,
                sink => ProjectNames.InAsync(project, http, key => http.DownloadAsync(SharedFiles.FilePath(key, id), leastLength, sink, cancel), cancel),
                output,
                below),
            id);
}
