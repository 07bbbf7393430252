using System;
using System.IO;

namespace BacklogPS.Core.Tests.Support;

/// <summary>
/// The path of a temporary folder that is deleted with the test. It does not exist yet, because the tested code has to
/// create it.
/// </summary>
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

    /// <summary>Writes a registry file as another program might have left it.</summary>
    public void WriteRegistry(string text)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(Registry, text);
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
