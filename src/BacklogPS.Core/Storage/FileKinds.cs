using System;
using System.IO;
using System.Runtime.InteropServices;

namespace BacklogPS.Storage;

/// <summary>What kind of thing a path leads to, because not everything with a file name is a regular file.</summary>
internal static class FileKinds
{
    private const int TypeOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    // By reflection, because netstandard2.0 does not have this method. Windows PowerShell does not have it either and
    // leaves links to File.Replace.
    private static readonly Func<string, bool, FileSystemInfo?>? ResolveLink = (Func<string, bool, FileSystemInfo?>?)typeof(File)
        .GetMethod("ResolveLinkTarget", new[] { typeof(string), typeof(bool) })?.CreateDelegate(typeof(Func<string, bool, FileSystemInfo?>));

    /// <summary>Whether the path is a device, a pipe or a socket, or a link to one.</summary>
    public static bool IsSpecial(string path)
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            return File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0;
        }

        try
        {
            // The array is larger than the struct that is written into it. The second number is the mode.
            var status = new int[64];
            return Stat(path, status) == 0 && (status[1] & TypeOfFile) is not (RegularFile or Folder);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether the path exists but is not itself a regular file. Folders and links count as well.</summary>
    public static bool IsNoFile(string path)
    {
        var attributes = new FileInfo(path).Attributes;
        return (int)attributes != -1 && ((attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) != 0 || IsSpecial(path));
    }

    /// <summary>Resolves a link to its final target, whether or not that exists. Returns any other path unchanged.</summary>
    /// <exception cref="IOException">The links form a loop.</exception>
    public static string FollowLink(string file)
    {
        try
        {
            // Resolve only real links: on Windows, resolving opens the file, which can fail or make other programs
            // fail.
            return ResolveLink is not null && IsLink(file) ? ResolveLink(file, true)?.FullName ?? file : file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // The file was deleted in the meantime.
            return file;
        }
    }

    private static bool IsLink(string file)
    {
        var attributes = new FileInfo(file).Attributes;
        return (int)attributes != -1 && (attributes & FileAttributes.ReparsePoint) != 0;
    }

    // Calls .NET's own wrapper, because the system's struct differs by system and processor. The first fields of this
    // one have never changed.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static extern int Stat([MarshalAs(UnmanagedType.LPStr)] string path, [Out] int[] status);
}
