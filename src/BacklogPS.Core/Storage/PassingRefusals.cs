using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace BacklogPS.Storage;

/// <summary>
/// Errors that are temporary on Windows: a virus scanner, an indexer or a sync program has the file open, or the file
/// or folder is just being deleted. On other systems such errors are never temporary.
/// </summary>
internal static class PassingRefusals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    /// <summary>Whether it is worth trying again after this error.</summary>
    public static bool MayPass(Exception error, TimeSpan waited) =>
        IsWindows && waited < Patience
        && error is UnauthorizedAccessException or IOException and not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException);

    /// <summary>Runs the function, retrying while the error may be temporary.</summary>
    public static T WaitOut<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return work();
            }
            catch (Exception error) when (MayPass(error, watch.Elapsed))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <inheritdoc cref="WaitOut{T}"/>
    public static void WaitOut(Action work) => WaitOut(() =>
    {
        work();
        return true;
    });
}
