using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
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

    // The first file, completely downloaded, if nothing exists at its path. The path is that of the file or, if more files
    // follow, of a folder.
    private FileDownload? first;

    /// <summary>
    /// The file to write, or the folder to save the file in under its name in Backlog, made safe for every file system.
    /// Wildcards may match a single folder. The default is the current folder.
    /// </summary>
    /// <remarks>The position depends on the cmdlet.</remarks>
    public abstract string? Path { get; set; }

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

    internal sealed override Func<PipelineOutput, CancellationToken, Task>? AtEnd =>
        first is null ? null : (output, _) => output.TryAsync(() => PlaceFirstAsync(output), first.What);

    /// <summary>If the folder is missing, no file can be saved, so that is reported once before any request.</summary>
    internal sealed override async Task PrepareAsync(PipelineOutput output)
    {
        if (IsForAll)
        {
            var path = await PathAsync(output).ConfigureAwait(false);
            FileDownload.Require(path, GoesBelow);
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
        if (!await output.ShouldProcessAsync(path, Message.Of(CmdletMessages.ActionSave, what)).ConfigureAwait(false))
        {
            return;
        }

        if (first is not null)
        {
            // There are several files, so the path is that of a folder.
            await output.TryAsync(() => PlaceFirstAsync(output, first.GoIntoFolder), first.What).ConfigureAwait(false);
        }

        var file = new FileDownload(path, Force, written, fallbackName, below) { IsIcon = SavesIcons, What = what };
        try
        {
            await download(file).ConfigureAwait(false);
            if (IsForAll && file.MayBeFolder)
            {
                first = file;
                return;
            }

            await output.WriteFileAsync(file.Complete()).ConfigureAwait(false);
        }
        finally
        {
            if (file != first)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>
    /// Whether a file with this name and size already exists where it would be saved. A file with another size is an error
    /// that gives both sizes, unless it is replaced.
    /// </summary>
    internal async Task<bool> IsHereAsync(string what, string name, long size, PipelineOutput output, IReadOnlyList<string>? below)
    {
        var there = FileDownload.At(await PathAsync(output).ConfigureAwait(false), name, written, below);
        if (there?.Length == size)
        {
            written.Claim(there.FullName, what);
            return true;
        }

        return there is null || Force ? false : throw new BacklogException(
            BacklogErrorKind.FileExists, Message.Of(CmdletMessages.FileExistsOfSize, there.FullName, there.Length, what, size))
        {
            NextStep = CmdletMessages.FileExistsNext,
            Target = there.FullName,
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first?.Dispose();
        }

        base.Dispose(disposing);
    }

    // A script block can give each file a different path.
    private bool IsForAll => IsArgument(nameof(Path)) || IsArgument(nameof(LiteralPath));

    private async Task PlaceFirstAsync(PipelineOutput output, Action? prepare = null)
    {
        using var file = first!;
        first = null;
        prepare?.Invoke();
        await output.WriteFileAsync(file.Complete()).ConfigureAwait(false);
    }

    private Task<string> PathAsync(PipelineOutput output) =>
        output.OnPipelineAsync(() => FilePaths.ForWriting(SessionState.Path, Path, LiteralPath));
}
