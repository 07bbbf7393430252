using System;
using System.IO;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A folder of the test's own that goes away with it. It is not there yet: making it is the business of the tested.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string parent = Directory.CreateDirectory(
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), "backlogps-" + Guid.NewGuid().ToString("N"))).FullName;

    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(parent, "BacklogPS");
    }

    public string Path { get; }

    public string Registry => System.IO.Path.Combine(Path, "spaces.json");

    public string Lock => System.IO.Path.Combine(Path, "spaces.lock");

    /// <summary>Puts a registry file there as another program might have left it.</summary>
    public void WriteRegistry(string text)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(Registry, text);
    }

    /// <summary>Makes the folder a disk of its own, for tests that <see cref="LinuxRootFactAttribute"/> guards.</summary>
    public TemporaryDisk Mount(string options)
    {
        Directory.CreateDirectory(Path);
        return new TemporaryDisk(Path, options);
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);
}

/// <summary>A disk in memory, with limits that a test can reach.</summary>
internal sealed class TemporaryDisk : IDisposable
{
    private readonly string path;

    public TemporaryDisk(string path, string options)
    {
        this.path = path;
        Shell.Run("mount", "-t", "tmpfs", "-o", "mode=700," + options, "tmpfs", path);
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
