using System;
using System.IO;
using System.Linq;
using System.Text;

namespace BacklogPS.Storage;

/// <summary>Files that only the user can read. They are replaced as a whole or not at all.</summary>
internal static class PrivateFiles
{
    private const int OwnerOnlyFile = 0x180;   // 0600
    private const int OwnerOnlyFolder = 0x1C0; // 0700

    /// <summary>Creates a folder that only the user can access, if it does not exist.</summary>
    public static void CreateFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            PassingRefusals.WaitOut(() => Directory.CreateDirectory(folder));
            TrySetMode(folder, OwnerOnlyFolder);
        }
    }

    /// <summary>Makes the file private. On Windows it already is, because it is in the user's profile.</summary>
    public static void Restrict(string file) => TrySetMode(file, OwnerOnlyFile);

    /// <exception cref="IOException">The file cannot be read, or is not a regular file.</exception>
    public static string ReadAllText(string file)
    {
        ThrowIfNoFile(file);
        return PassingRefusals.WaitOut(() =>
        {
            // Reading must not prevent other processes from replacing the file.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    /// <summary>
    /// Writes a file next to it, flushes it to the disk, and replaces the old file with it. A link stays a link, and its target is
    /// replaced.
    /// </summary>
    public static void Replace(string file, string text)
    {
        var place = FileKinds.FollowLink(file);
        var temporary = NewBeside(place);
        var replaces = File.Exists(place);
        try
        {
            Write(temporary, text);
            ThrowIfNoFile(place);
            FinishedFile.Put(temporary, place);
        }
        catch
        {
            // If the old file is gone, the new one is the only copy left. TidyUp moves it into place.
            if (!replaces || File.Exists(place))
            {
                FinishedFile.TryDelete(temporary);
            }

            throw;
        }
    }

    /// <summary>
    /// Does everything that <see cref="Replace"/> does except replacing the file, to find out whether it would fail.
    /// </summary>
    public static void Rehearse(string file, string text)
    {
        var place = FileKinds.FollowLink(file);
        ThrowIfNoFile(place);
        var temporary = NewBeside(place);
        try
        {
            Write(temporary, text);
        }
        finally
        {
            FinishedFile.TryDelete(temporary);
        }
    }

    /// <summary>Deletes the file, or the target of a link.</summary>
    public static void Delete(string file) => PassingRefusals.WaitOut(() => File.Delete(FileKinds.FollowLink(file)));

    /// <summary>Whether an interrupted replacement has left something next to the file.</summary>
    public static bool HasLeftovers(string file) => Leftovers(file).Length > 0;

    /// <summary>
    /// Restores the new version if a failed replacement removed the old one, and deletes what killed processes left
    /// next to the file. Only for callers that may write the file.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="isWhole">Whether a text is complete, not cut off while it was written.</param>
    public static void TidyUp(string file, Func<string, bool> isWhole)
    {
        var place = FileKinds.FollowLink(file);
        foreach (var leftover in Leftovers(file).OrderByDescending(File.GetLastWriteTimeUtc))
        {
            try
            {
                if (!File.Exists(place) && isWhole(ReadAllText(leftover)))
                {
                    FinishedFile.Put(leftover, place);
                }
                else
                {
                    FinishedFile.TryDelete(leftover);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process has the file open, or it is not ours. That is not an error.
            }
        }
    }

    private static string[] Leftovers(string file)
    {
        var place = FileKinds.FollowLink(file);
        var folder = Path.GetDirectoryName(place)!;
        try
        {
            return Directory.GetFiles(folder, Path.GetFileName(place) + ".*.tmp");
        }
        catch (DirectoryNotFoundException)
        {
            // There is no folder, or another process has just removed its last space and the folder with it.
            return Array.Empty<string>();
        }
    }

    private static string NewBeside(string place) => place + "." + Guid.NewGuid().ToString("N") + ".tmp";

    private static void Write(string temporary, string text)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Restrict(temporary);
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush(flushToDisk: true);
    }

    private static void ThrowIfNoFile(string place)
    {
        if (Directory.Exists(place) || FileKinds.IsSpecial(place))
        {
            throw new IOException(Message.Of(Messages.NotRegularFile, place));
        }
    }

    // These files contain no secrets, and disks without permissions (FAT, CIFS) refuse to change them.
    private static void TrySetMode(string path, int mode)
    {
        try
        {
            UnixMode.Set(path, mode);
        }
        catch (IOException)
        {
            // The file keeps the permissions that the disk gives it.
        }
    }
}
