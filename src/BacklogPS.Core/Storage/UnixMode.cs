using System;
using System.IO;
using System.Runtime.InteropServices;

namespace BacklogPS.Storage;

/// <summary>Who may read and write a file on Unix; on Windows nothing is done.</summary>
internal static class UnixMode
{
    private const int Permissions = 0x1FF; // 0777

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // netstandard2.0 does not name it; .NET 7 and later have it. Before (PowerShell 7.2) nothing tells a file's mode.
    private static readonly Func<string, int>? Get = IsWindows
        ? null
        : (Func<string, int>?)typeof(File).GetMethod("GetUnixFileMode", new[] { typeof(string) })?.CreateDelegate(typeof(Func<string, int>));

    /// <exception cref="IOException">The file is not the user's, or not there.</exception>
    public static void Set(string path, int mode)
    {
        if (!IsWindows && Chmod(path, mode) != 0)
        {
            throw new IOException($"chmod: {path}: error {Marshal.GetLastWin32Error()}");
        }
    }

    /// <summary>Gives a file the mode of another, where .NET can tell it.</summary>
    /// <exception cref="IOException">The file is not the user's, or not there.</exception>
    public static void Copy(string from, string to)
    {
        if (Get is null)
        {
            return;
        }

        // A disk that knows no modes shows the same for all, and refuses to change it.
        var mode = Get(from) & Permissions;
        if (mode != (Get(to) & Permissions))
        {
            Set(to, mode);
        }
    }

    // netstandard2.0 has no way to set a Unix file's mode.
    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static extern int Chmod([MarshalAs(UnmanagedType.LPStr)] string path, int mode);
}
