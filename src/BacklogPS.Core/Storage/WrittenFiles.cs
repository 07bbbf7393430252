using System;
using System.Collections.Generic;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>The files that a command has written, so that it does not replace any of them.</summary>
internal sealed class WrittenFiles
{
    private readonly Dictionary<string, string?> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> alike = new(StringComparer.InvariantCultureIgnoreCase);

    /// <summary>Adds a file that the command has written.</summary>
    /// <param name="file">The full path with links resolved.</param>
    /// <param name="what">A description of the file; null if there is none.</param>
    public void Add(string file, string? what = null)
    {
        exact[file] = what;
        alike[file] = file;
    }

    /// <summary>Adds a file that existed before the command and is one of those it was asked for.</summary>
    /// <inheritdoc cref="Add"/>
    public void Claim(string file, string what) => exact[file] = what;

    /// <summary>The description of a file; null if there is none.</summary>
    public string? WhatIs(string file) =>
        exact.TryGetValue(file, out var what) || (alike.TryGetValue(file, out var ours) && exact.TryGetValue(ours, out what)) ? what : null;

    /// <summary>
    /// Whether the command has written this file and it still exists. A file that has been moved away is no longer
    /// protected.
    /// </summary>
    /// <param name="file">The full path with links resolved.</param>
    public bool Contains(string file) => File.Exists(file) && (exact.ContainsKey(file) || IsAlike(file));

    // Whether two names that differ only in case or in the form of an accent are the same file depends on the disk, not
    // on the system. The write time tells: a different file that existed before the command was not written at the same
    // instant as ours.
    private bool IsAlike(string file) =>
        alike.TryGetValue(file, out var ours) && File.GetLastWriteTimeUtc(ours) == File.GetLastWriteTimeUtc(file);
}
