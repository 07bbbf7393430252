using System;
using System.Collections.Generic;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>The files that a command has written, so that it does not replace any of them.</summary>
internal sealed class WrittenFiles
{
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> alike = new(StringComparer.InvariantCultureIgnoreCase);

    public void Add(string file)
    {
        exact.Add(file);
        alike[file] = file;
    }

    /// <summary>
    /// Whether the command has written this file and it still exists. A file that has been moved away is no longer
    /// protected.
    /// </summary>
    /// <param name="file">The full path with links resolved.</param>
    public bool Contains(string file) => File.Exists(file) && (exact.Contains(file) || IsAlike(file));

    // Whether two names that differ only in case or in the form of an accent are the same file depends on the disk, not
    // on the system. The write time tells: a different file that existed before the command was not written at the same
    // instant as ours.
    private bool IsAlike(string file) =>
        alike.TryGetValue(file, out var ours) && File.GetLastWriteTimeUtc(ours) == File.GetLastWriteTimeUtc(file);
}
