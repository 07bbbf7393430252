using System;
using System.IO;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A disk in memory, with limits that a test can reach.</summary>
internal sealed class TemporaryDisk : IDisposable
{
    private readonly string path;

    private TemporaryDisk(string path, string options)
    {
        this.path = path;
        Shell.Run("mount", "-t", "tmpfs", "-o", "mode=700," + options, "tmpfs", path);
    }

    /// <summary>Makes the folder a disk of its own, for tests that <see cref="LinuxRootFactAttribute"/> guards.</summary>
    public static TemporaryDisk At(TemporaryFolder folder, string options)
    {
        Directory.CreateDirectory(folder.Path);
        return new TemporaryDisk(folder.Path, options);
    }

    public void MakeReadOnly() => Shell.Run("mount", "-o", "remount,ro", path);

    /// <summary>Leaves no byte free.</summary>
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
            // Full.
        }
    }

    public void Dispose() => Shell.Run("umount", path);
}
