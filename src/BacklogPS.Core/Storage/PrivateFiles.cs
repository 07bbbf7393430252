using System;
using System.IO;
using System.Text;

namespace BacklogPS.Storage;

/// <summary>Files that only the user may read and that are replaced as a whole or not at all.</summary>
internal static class PrivateFiles
{
    private const int OwnerOnlyFile = 0x180;   // 0600
    private const int OwnerOnlyFolder = 0x1C0; // 0700

    /// <summary>Makes a folder, private to the user, where there is none.</summary>
    public static void CreateFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            UnixMode.Set(folder, OwnerOnlyFolder);
        }
    }

    /// <summary>Makes the file private; on Windows the user's profile already is.</summary>
    public static void Restrict(string file) => UnixMode.Set(file, OwnerOnlyFile);

    public static string ReadAllText(string file)
    {
        // Whoever replaces the file meanwhile must not be kept from it by our reading.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Writes beside the file, flushes to the disk, then puts the new file in the old one's place.</summary>
    public static void Replace(string file, string text)
    {
        var temporary = file + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                Restrict(temporary);
                var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            if (File.Exists(file))
            {
                File.Replace(temporary, file, destinationBackupFileName: null);
            }
            else
            {
                File.Move(temporary, file);
            }
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Removes what processes that were killed while replacing the file left beside it. To be called by the one who may
    /// write the file.
    /// </summary>
    public static void RemoveLeftovers(string file)
    {
        foreach (var leftover in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".*.tmp"))
        {
            File.Delete(leftover);
        }
    }
}
