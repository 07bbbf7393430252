using System;
using System.IO;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A disk in memory that is small enough for a test to fill.</summary>
internal sealed class TemporaryDisk : IDisposable
{
    private readonly string path;

    private TemporaryDisk(string path, string options)
    {
        this.path = path;
        Shell.Run("mount", "-t", "tmpfs", "-o", "mode=700," + options, "tmpfs", path);
    }

    /// <summary>Mounts a separate disk at the folder, for tests that <see cref="LinuxRootFactAttribute"/> guards.</summary>
    public static TemporaryDisk At(TemporaryFolder folder, string options)
    {
        Directory.CreateDirectory(folder.Path);
        return new TemporaryDisk(folder.Path, options);
    }

    public void MakeReadOnly() => Shell.Run("mount", "-o", "remount,ro", path);

    /// <summary>Fills the disk completely.</summary>
    public void Fill()
    {
        using var file = File.Create(System.IO.Path.Combine(path, "filling"));
        var some = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(some);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void Dispose() => Shell.Run("umount", path);
}
