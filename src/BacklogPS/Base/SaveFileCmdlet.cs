using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Storage;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that save files: the path, and no file replaced without -Force.</summary>
public abstract class SaveFileCmdlet : SpaceResourceCmdlet
{
    // One for the whole pipeline, as the cmdlet is.
    private readonly WrittenFiles written = new();

    /// <summary>
    /// The file to write, or the folder that the file goes into under the name it has in Backlog, made safe for every
    /// file system. Wildcards may stand for one folder. Without it, the current folder.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>As -Path, taken as it is written.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OutFile")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>Replaces a file that existed before the command.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether what is saved goes below the folder that is given.</summary>
    internal virtual bool GoesBelow => false;

    /// <summary>Whether what is saved are icons.</summary>
    internal virtual bool SavesIcons => false;

    /// <summary>Without its folder none of the files can be saved: that is one error, before anything is asked for.</summary>
    internal sealed override async Task PrepareAsync(PipelineOutput output)
    {
        // A script block gives each file a folder of its own.
        if (IsArgument(nameof(Path)) || IsArgument(nameof(LiteralPath)))
        {
            var path = await PathAsync(output).ConfigureAwait(false);
            FileDownload.RequireFolder(path, GoesBelow);
        }
    }

    /// <summary>Downloads one file and emits its FileInfo.</summary>
    /// <param name="what">What it is, for -WhatIf.</param>
    /// <param name="fallbackName">The file's name where the server gives none.</param>
    /// <param name="download">Asks for it.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="below">The directories below the folder that it goes into; null for none.</param>
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

    /// <summary>Whether a file of that name and size is there already, where it would be saved.</summary>
    internal async Task<bool> IsHereAsync(string name, long size, PipelineOutput output, IReadOnlyList<string>? below) =>
        FileDownload.IsHere(await PathAsync(output).ConfigureAwait(false), name, size, written, below);

    private Task<string> PathAsync(PipelineOutput output) =>
        output.OnPipelineAsync(() => FilePaths.ForWriting(SessionState.Path, Path, LiteralPath));
}
