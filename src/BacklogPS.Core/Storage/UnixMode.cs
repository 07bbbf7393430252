using System;
using System.IO;
using System.Runtime.InteropServices;

namespace BacklogPS.Storage;

/// <summary>File permissions on Unix. Does nothing on Windows.</summary>
internal static class UnixMode
{
    private const int Permissions = 0x1FF; // 0777

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // By reflection, because netstandard2.0 does not have this method. .NET 7 and later do; PowerShell 7.2 runs on .NET
    // 6, which cannot read a file's mode.
    private static readonly Func<string, int>? Get = IsWindows
        ? null
        : (Func<string, int>?)typeof(File).GetMethod("GetUnixFileMode", new[] { typeof(string) })?.CreateDelegate(typeof(Func<string, int>));

    /// <exception cref="IOException">The file does not belong to the user, or does not exist.</exception>
    public static void Set(string path, int mode)
    {
        if (!IsWindows && Chmod(path, mode) != 0)
        {
            throw new IOException($"chmod: {path}: error {Marshal.GetLastWin32Error()}");
        }
    }

    /// <summary>Copies the mode of one file to another, if .NET can read it.</summary>
    /// <exception cref="IOException">The file does not belong to the user, or does not exist.</exception>
    public static void Copy(string from, string to)
    {
        if (Get is null)
        {
            return;
        }

        // A disk without permissions shows the same mode for all files and refuses to change it.
        var mode = Get(from) & Permissions;
        if (mode != (Get(to) & Permissions))
        {
            Set(to, mode);
        }
    }

    // netstandard2.0 cannot set the mode of a Unix file.
    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static extern int Chmod([MarshalAs(UnmanagedType.LPStr)] string path, int mode);
}
