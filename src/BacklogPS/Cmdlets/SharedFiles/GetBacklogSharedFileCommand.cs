using System;
using System.Collections.Generic;
using System.Linq;
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

/// <summary>Gets shared files: those in a directory of a project, or those linked to issues or wiki pages.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogSharedFile", DefaultParameterSetName = IssueSet, SupportsPaging = true)]
[OutputType(typeof(SharedFile))]
public sealed class GetBacklogSharedFileCommand : SpaceResourceCmdlet
{
    private const string ProjectSet = "Project";
    private const string IssueSet = "Issue";
    private const string WikiIdSet = "WikiId";
    private const string WikiSet = "Wiki";

    // The directory from the pipeline whose files to list; null if there is none.
    private SharedFile? directory;

    /// <summary>Project keys or ids; keys with wildcards match the projects that you can see.</summary>
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    /// <summary>The directory, such as /docs/specs. The default is the top directory.</summary>
    [Parameter(ParameterSetName = ProjectSet, Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Path { get; set; }

    /// <summary>Includes subdirectories, each directory's own entries first.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>The order of each directory.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Keys or ids of issues.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] IssueKey { get; set; } = null!;

    /// <summary>Ids of wiki pages.</summary>
    [Parameter(ParameterSetName = WikiIdSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] WikiId { get; set; } = null!;

    /// <summary>A wiki page, as Get-BacklogWiki returns it.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Wiki Wiki { get; set; } = null!;

    /// <summary>A directory means its content.</summary>
    internal override string? Take(BacklogObject? given, PSObject? bag)
    {
        directory = given is SharedFile { Type: SharedFileType.Directory, Project: not null } one
            && !IsArgument(nameof(Path)) && !IsArgument(nameof(Project)) && !IsArgument(nameof(IssueKey)) && !IsArgument(nameof(WikiId)) ? one : null;
        return directory is null ? null : ProjectSet;
    }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        ProjectSet when directory is not null => output.TryAsync(() => ListAsync(http, directory.Project!, output, cancel), directory),
        ProjectSet => output.EachProjectAsync(Project, http, project => ListAsync(http, project, output, cancel), cancel),
        WikiIdSet => EachAsync(WikiId, id => Wikis.SharedFilesAsync(http, id, null, cancel), output),
        WikiSet => EachAsync(new[] { Wiki.Id }, id => Wikis.SharedFilesAsync(http, id, Wiki.Project, cancel), output),
        _ => EachAsync(IssueKey, issue => Issues.SharedFilesAsync(http, issue, cancel), output),
    };

    private async Task EachAsync<T>(IEnumerable<T> owners, Func<T, Task<IReadOnlyList<SharedFile>>> list, PipelineOutput output)
    {
        foreach (var owner in owners)
        {
            await output.TryAsync(
                async () => await output.WriteWholeListAsync(PagingParameters, await list(owner).ConfigureAwait(false)).ConfigureAwait(false),
                owner).ConfigureAwait(false);
        }
    }

    private Task ListAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel) => output.WriteListAsync<SharedFile>(
        PagingParameters,
        Message.Of(CmdletMessages.ProgressSharedFiles, project),
        http.Address,
        count: null,
        (range, emit) => Recurse
            ? WalkAsync(http, project, Directory, new PageWindow(range), emit, cancel)
            : SharedFiles.ListAsync(http, project, Directory, Order, range, emit, cancel));

    private string Directory => directory is null ? Path ?? "" : directory.Dir + directory.Name;

    private async Task WalkAsync(
        BacklogHttp http, string project, string directory, PageWindow window, Func<IReadOnlyList<SharedFile>, Task> emit, CancellationToken cancel)
    {
        var below = new List<SharedFile>();
        await SharedFiles.ListAsync(
            http,
            project,
            directory,
            Order,
            new PageRange(0, window.Left),
            page =>
            {
                below.AddRange(page.Where(f => f.Type == SharedFileType.Directory));
                return emit(window.Of(page));
            },
            cancel).ConfigureAwait(false);
        foreach (var one in below.TakeWhile(_ => window.Left > 0))
        {
            await WalkAsync(http, project, one.Dir + one.Name, window, emit, cancel).ConfigureAwait(false);
        }
    }
}
