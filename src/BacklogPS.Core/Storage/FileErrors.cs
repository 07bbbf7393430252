using System;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>What is wrong with a file, in one sentence. The system's own text mostly has the path already, so it is not said twice.</summary>
internal static class FileErrors
{
    /// <summary>Why a file cannot be read.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="error">What the system said.</param>
    public static string OfReading(string path, Exception error) =>
        Directory.Exists(path) ? Message.Of(Messages.FileIsFolder, path)
        : error is FileNotFoundException or DirectoryNotFoundException ? Message.Of(Messages.FileMissing, path)
        : error.Message.IndexOf(path, StringComparison.Ordinal) >= 0 ? Message.Of(Messages.FileUnreadableSaid, error.Message)
        : Message.Of(Messages.FileUnreadable, path, error.Message);
}
