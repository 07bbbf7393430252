using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Storage;

/// <summary>
/// A lock between processes: who has the file open has the lock, so a killed process never leaves one behind. The file
/// goes away with the lock.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly Random Jitter = new();
    private readonly FileStream stream;

    private FileLock(FileStream stream)
    {
        this.stream = stream;
    }

    /// <exception cref="TimeoutException">Another process kept the lock for longer than the time given.</exception>
    public static FileLock Acquire(string file, TimeSpan timeout)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryAcquire(file) is { } taken)
            {
                return taken;
            }

            ThrowIfOver(file, watch, timeout);
            Thread.Sleep(Pause());
        }
    }

    /// <inheritdoc cref="Acquire"/>
    public static async Task<FileLock> AcquireAsync(string file, TimeSpan timeout, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryAcquire(file) is { } taken)
            {
                return taken;
            }

            ThrowIfOver(file, watch, timeout);
            await Task.Delay(Pause(), cancel).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (!IsWindows)
        {
            // Before the lock is let go, so that it is surely ours that is removed.
            File.Delete(stream.Name);
        }

        stream.Dispose();
    }

    // Short and uneven, so that who waits does not keep missing the moments between two uses by a busy process.
    private static TimeSpan Pause()
    {
        lock (Jitter)
        {
            return TimeSpan.FromMilliseconds(Jitter.Next(1, 10));
        }
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    private static FileLock? TryAcquire(string file)
    {
        FileStream? stream = null;
        try
        {
            var options = IsWindows ? FileOptions.DeleteOnClose : FileOptions.None;
            stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
            if (IsWindows || IsStillThere(file, stream))
            {
                PrivateFiles.Restrict(file);
                return new FileLock(stream);
            }
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(file)))
        {
            // Somebody else has it.
        }
        catch (UnauthorizedAccessException) when (IsWindows && File.Exists(file))
        {
            // A file that is just being deleted answers so; one that is really forbidden runs into the time limit.
        }

        stream?.Dispose();
        return null;
    }

    /// <summary>
    /// On Unix the former holder may have removed the file between our opening and our locking it; then we hold a file
    /// that nobody else will ever find. An odd length given to ours shows whether the name still leads to it (reading it
    /// back would need a second handle, which our own lock refuses).
    /// </summary>
    private static bool IsStillThere(string file, FileStream stream)
    {
        var length = 1 + (Guid.NewGuid().GetHashCode() & 0xFFFFF);
        stream.SetLength(length);
        var found = new FileInfo(file);
        return found.Exists && found.Length == length;
    }

    private static void ThrowIfOver(string file, Stopwatch watch, TimeSpan timeout)
    {
        if (watch.Elapsed > timeout)
        {
            throw new TimeoutException(Message.Of(Messages.LockTimedOut, file, (int)timeout.TotalSeconds));
        }
    }
}
