using System;
using System.IO;
using System.Runtime.InteropServices;

namespace BacklogPS.Storage;

/// <summary>What lies at a path: not everything that has a file's name is one.</summary>
internal static class FileKinds
{
    private const int TypeOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    // netstandard2.0 does not name it; Windows PowerShell lacks it, and leaves links to File.Replace.
    private static readonly Func<string, bool, FileSystemInfo?>? ResolveLink = (Func<string, bool, FileSystemInfo?>?)typeof(File)
        .GetMethod("ResolveLinkTarget", new[] { typeof(string), typeof(bool) })?.CreateDelegate(typeof(Func<string, bool, FileSystemInfo?>));

    /// <summary>Whether a device, a pipe or a socket is there, or a link that leads to one.</summary>
    public static bool IsSpecial(string path)
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            return File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0;
        }

        try
        {
            // Larger than what is written into it; the second number is the mode.
            var status = new int[64];
            return Stat(path, status) == 0 && (status[1] & TypeOfFile) is not (RegularFile or Folder);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether something is there that is not a regular file itself: also a folder, and a link.</summary>
    public static bool IsNoFile(string path)
    {
        var attributes = new FileInfo(path).Attributes;
        return (int)attributes != -1 && ((attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) != 0 || IsSpecial(path));
    }

    /// <summary>Where a link leads in the end, whether or not anything is there; any other path as it is.</summary>
    /// <exception cref="IOException">Links that lead round in a circle.</exception>
    public static string FollowLink(string file)
    {
        try
        {
            // Only what is a link is asked where it leads: on Windows that opens it, which others may refuse or be refused by.
            return ResolveLink is not null && IsLink(file) ? ResolveLink(file, true)?.FullName ?? file : file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // It was there a moment ago.
            return file;
        }
    }

    private static bool IsLink(string file)
    {
        var attributes = new FileInfo(file).Attributes;
        return (int)attributes != -1 && (attributes & FileAttributes.ReparsePoint) != 0;
    }

    // .NET's own, because the system's struct differs by system and processor. What comes first in this one never changed.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static extern int Stat([MarshalAs(UnmanagedType.LPStr)] string path, [Out] int[] status);
}
