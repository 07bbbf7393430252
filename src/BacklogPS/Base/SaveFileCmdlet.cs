using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Storage;

namespace BacklogPS.Base;

/// <summary>
/// The base of the cmdlets that save files: determines the path, and does not replace a file without -Force.
/// </summary>
public abstract class SaveFileCmdlet : SpaceResourceCmdlet
{
    // Shared by all pipeline input, because the cmdlet instance is.
    private readonly WrittenFiles written = new();

    /// <summary>
    /// The file to write, or the folder to save the file in under its name in Backlog, made safe for every file system.
    /// Wildcards may match a single folder. The default is the current folder.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Like -Path, but wildcards are literal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OutFile")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>Replaces a file that existed before the command.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether files are saved in subfolders of the given folder.</summary>
    internal virtual bool GoesBelow => false;

    /// <summary>Whether the files are icons.</summary>
    internal virtual bool SavesIcons => false;

    /// <summary>If the folder is missing, no file can be saved, so that is reported once before any request.</summary>
    internal sealed override async Task PrepareAsync(PipelineOutput output)
    {
        // A script block may give each file a different folder, so the folder cannot be checked here.
        if (IsArgument(nameof(Path)) || IsArgument(nameof(LiteralPath)))
        {
            var path = await PathAsync(output).ConfigureAwait(false);
            FileDownload.RequireFolder(path, GoesBelow);
        }
    }

    /// <summary>Downloads one file and emits its FileInfo.</summary>
    /// <param name="what">A description of the file for -WhatIf.</param>
    /// <param name="fallbackName">The file's name if the server sends none.</param>
    /// <param name="download">Downloads the file.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="below">The subfolders for the file; null for none.</param>
    internal async Task SaveAsync(
        string what, string fallbackName, Func<IDownloadSink, Task> download, PipelineOutput output, IReadOnlyList<string>? below = null)
    {
        var path = await PathAsync(output).ConfigureAwait(false);
        if (await output.ShouldProcessAsync(path, Message.Of(Messages.ActionSave, what)).ConfigureAwait(false))
        {
            using var file = new FileDownload(path, Force, written, fallbackName, below) { IsIcon = SavesIcons };
            await download(file).ConfigureAwait(false);
            await output.WriteFileAsync(file.Complete()).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a file with this name and size already exists where it would be saved.</summary>
    internal async Task<bool> IsHereAsync(string name, long size, PipelineOutput output, IReadOnlyList<string>? below) =>
        FileDownload.IsHere(await PathAsync(output).ConfigureAwait(false), name, size, written, below);

    private Task<string> PathAsync(PipelineOutput output) =>
        output.OnPipelineAsync(() => FilePaths.ForWriting(SessionState.Path, Path, LiteralPath));
}
