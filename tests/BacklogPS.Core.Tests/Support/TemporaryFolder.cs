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

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
