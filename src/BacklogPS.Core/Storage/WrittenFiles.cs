using System;
using System.Collections.Generic;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>The files that one command has written, so that it replaces none of its own.</summary>
internal sealed class WrittenFiles
{
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> alike = new(StringComparer.InvariantCultureIgnoreCase);

    public void Add(string file)
    {
        exact.Add(file);
        alike[file] = file;
    }

    /// <summary>Whether the file is one of them and still exists; a file that has been moved away is no longer protected.</summary>
    /// <param name="file">The full path, without links.</param>
    public bool Contains(string file) => File.Exists(file) && (exact.Contains(file) || IsAlike(file));

    // Whether names that differ in case, or in how an accent is written, are one file depends on the disk, not on the
    // system. A file of another name that was there before the command was not written at the same instant as ours.
    private bool IsAlike(string file) =>
        alike.TryGetValue(file, out var ours) && File.GetLastWriteTimeUtc(ours) == File.GetLastWriteTimeUtc(file);
}
