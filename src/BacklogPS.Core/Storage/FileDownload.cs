using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Storage;

/// <summary>
/// A file that is being downloaded. It is written next to its destination under a temporary name and moved there when it is
/// complete, so there is never half a file, and an existing file is untouched until then. The new file keeps the permissions of the
/// file that it replaces; a link stays a link, and its target is replaced.
/// </summary>
internal sealed class FileDownload : IDownloadSink, IDisposable
{
    private readonly string path;
    private bool isFolder;
    private readonly bool force;
    private readonly WrittenFiles written;
    private readonly string fallbackName;
    private string? destination;
    private string? temporary;
    private FileStream? stream;
    private bool replaces;
    private DownloadHead? head;

    /// <param name="path">The file's full path, or the folder to save it in under the name that the server sends.</param>
    /// <param name="force">Whether to replace a file that existed before the command.</param>
    /// <param name="written">
    /// The files that the command has written, which are never replaced. A completed download is added.
    /// </param>
    /// <param name="fallbackName">The file's name if the server sends none.</param>
    /// <param name="below">The subfolders below the folder, as the server names them. Missing ones are created.</param>
    /// <exception cref="BacklogException">The folder of the file is missing, or the file already exists.</exception>
    public FileDownload(string path, bool force, WrittenFiles written, string fallbackName, IReadOnlyList<string>? below = null)
        : this(path, force, written, fallbackName, below, makesFolder: true)
    {
    }

    private FileDownload(string path, bool force, WrittenFiles written, string fallbackName, IReadOnlyList<string>? below, bool makesFolder)
    {
        this.path = path;
        this.force = force;
        this.written = written;
        this.fallbackName = fallbackName;
        isFolder = Directory.Exists(path) || EndsInSeparator(path) || below is not null;
        Guarded(() => Path.GetFullPath(path));
        if (isFolder)
        {
            // The path can only be that of a folder, so a missing one is created.
            var folder = (below ?? Array.Empty<string>()).Aggregate(path, (outer, name) => Path.Combine(outer, SafeFileName.Of(name, "_")));
            this.path = folder;
            RequireNoFile(path);
            Guarded(() => makesFolder ? Directory.CreateDirectory(folder) : null);
            return;
        }

        var parent = Path.GetDirectoryName(path) is { Length: > 0 } outer ? outer : path;
        if (!Directory.Exists(parent))
        {
            throw new BacklogException(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FolderMissing, parent))
            {
                NextStep = Message.Of(CallerText.FolderMissingNext),
                Target = parent,
            };
        }

        SetDestination(path);
    }

    /// <summary>
    /// Whether the file is a user's or project's icon, which may have the same name as another icon, or a name without
    /// an extension.
    /// </summary>
    public bool IsIcon { get; init; }

    /// <summary>A description of the file for errors about other files with the same name; null if there is none.</summary>
    public string? What { get; init; }

    /// <summary>
    /// Whether nothing exists at the path yet. Then it is the path of the file, or of a folder if there are more files.
    /// </summary>
    public bool MayBeFolder => !isFolder && !File.Exists(destination);

    /// <summary>Makes sure that files can be saved to the path. Nothing is created yet.</summary>
    /// <exception cref="BacklogException">They cannot.</exception>
    public static void Require(string path, bool goesBelow) =>
        new FileDownload(path, force: true, new WrittenFiles(), "", goesBelow ? Array.Empty<string>() : null, makesFolder: false).Dispose();

    /// <summary>
    /// Finds the file that already exists where a file with this name would be saved; null if there is none. Files that the
    /// command itself has written do not count, because they are different files with the same name.
    /// </summary>
    /// <param name="path">The file's full path, or the folder it goes into.</param>
    /// <param name="name">The file's name in the folder.</param>
    /// <param name="written">The files that the command has written.</param>
    /// <param name="below">The subfolders below the folder.</param>
    public static FileInfo? At(string path, string name, WrittenFiles written, IReadOnlyList<string>? below)
    {
        var file = path;
        if (Directory.Exists(path) || EndsInSeparator(path) || below is not null)
        {
            var folder = (below ?? Array.Empty<string>()).Aggregate(path, (outer, one) => Path.Combine(outer, SafeFileName.Of(one, "_")));
            file = Path.Combine(folder, SafeFileName.Of(name, "download", SafeFileName.LongestIn(folder)));
        }

        try
        {
            var there = new FileInfo(FileKinds.FollowLink(file));
            return there.Exists && !written.Contains(there.FullName) ? there : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The download itself will report the error.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Begin(DownloadHead head)
    {
        this.head = head;
        if (isFolder)
        {
            SetDestination(Path.Combine(path, NameFor(head)));
        }

        Guarded(() =>
        {
            if (stream is null)
            {
                CreateTemporary();
            }

            stream!.SetLength(0);
            return stream;
        });
    }

    /// <inheritdoc/>
    public async Task WriteAsync(byte[] buffer, int count, CancellationToken cancel)
    {
        try
        {
            await stream!.WriteAsync(buffer, 0, count, cancel).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw Failure(error);
        }
    }

    /// <summary>Creates a folder at the path after all, because there are more files. This file gets its own name in it.</summary>
    /// <exception cref="BacklogException">The folder cannot be created.</exception>
    public void GoIntoFolder()
    {
        Guarded(() => Directory.CreateDirectory(path));
        isFolder = true;
        SetDestination(Path.Combine(path, NameFor(head!)));
    }

    /// <summary>Moves the complete file to its destination.</summary>
    /// <exception cref="BacklogException">
    /// The destination cannot be written, or a file was created there meanwhile.
    /// </exception>
    public FileInfo Complete() => Guarded(() =>
    {
        stream!.Dispose();
        stream = null;
        SetDestination(IsIcon && isFolder && Path.GetExtension(destination!).Length == 0 ? destination + ImageType.ExtensionOf(temporary!) : destination!);
        replaces = File.Exists(destination);
        if (replaces)
        {
            File.SetAttributes(destination!, File.GetAttributes(destination!) & ~FileAttributes.ReadOnly);
        }

        FinishedFile.Put(temporary!, destination!);
        temporary = null;
        written.Add(destination!, What);
        return new FileInfo(destination!);
    });

    /// <summary>Deletes the temporary file of a download that was not completed.</summary>
    public void Dispose()
    {
        stream?.Dispose();
        if (temporary is not null && !IsAllThatIsLeft)
        {
            FinishedFile.TryDelete(temporary);
        }
    }

    private static void RequireNoFile(string folder)
    {
        var name = folder.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (File.Exists(name))
        {
            throw new BacklogException(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FolderIsFile, name))
            {
                NextStep = Messages.FolderIsFileNext,
                Target = name,
            };
        }
    }

    // All users without an icon of their own have the same default icon with the same name, so the fallback name tells
    // them apart.
    private string NameFor(DownloadHead head)
    {
        var longest = SafeFileName.LongestIn(path);
        var ours = SafeFileName.Of(fallbackName, "download", longest);
        var name = SafeFileName.Of(head.FileName, ours, longest);
        return IsIcon && written.Contains(Path.Combine(path, name)) ? ours + Path.GetExtension(name) : name;
    }

    private void CreateTemporary()
    {
        var beside = Path.Combine(Path.GetDirectoryName(destination)!, ".backlogps-" + Guid.NewGuid().ToString("N").Substring(0, 12) + ".tmp");

        // Unbuffered, so that closing has nothing left to write and cannot fail.
        stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true);
        temporary = beside;
        if (File.Exists(destination))
        {
            UnixMode.Copy(destination!, beside);
        }
    }

    private void SetDestination(string file)
    {
        destination = file;
        destination = Guarded(() => FileKinds.FollowLink(file));
        Guarded(() => IsThere(destination));
        if (FileKinds.IsSpecial(destination))
        {
            throw new BacklogException(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FileSpecial, file))
            {
                NextStep = Messages.FileSpecialNext,
                Target = file,
            };
        }

        if (written.Contains(destination))
        {
            throw Exists(
                file,
                written.WhatIs(destination) is { } other && What is not null ? Message.Of(Messages.FileTaken, file, other, What) : Message.Of(Messages.FileJustWritten, file),
                Messages.FileJustWrittenNext);
        }

        if (Directory.Exists(file) || (!force && File.Exists(file)))
        {
            throw Exists(file, Message.Of(Messages.FileExists, file), Message.Of(CallerText.FileExistsNext));
        }
    }

    /// <summary>
    /// Whether something exists at this path. Throws if the path is impossible, so that this is reported before the
    /// download.
    /// </summary>
    private static bool IsThere(string file)
    {
        try
        {
            File.GetAttributes(file);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static BacklogException Exists(string file, string message, string? next) =>
        new(BacklogErrorKind.FileExists, message) { NextStep = next, Target = file };

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failure(error);
        }
    }

    // Windows may remove the old file and then fail to move the new one into place.
    private bool IsAllThatIsLeft => replaces && !File.Exists(destination);

    private BacklogException Failure(Exception error) =>
        new(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FileInaccessible, destination ?? path, error.Message), error)
        {
            NextStep = IsAllThatIsLeft && temporary is not null ? Message.Of(Messages.FileLeftBeside, temporary) : null,
            Target = destination ?? path,
        };

    private static bool EndsInSeparator(string path) =>
        path[path.Length - 1] == Path.DirectorySeparatorChar || path[path.Length - 1] == Path.AltDirectorySeparatorChar;
}
