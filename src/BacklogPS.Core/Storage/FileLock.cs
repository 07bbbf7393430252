using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Storage;

/// <summary>
/// A lock between processes: the process that has the file open holds the lock, so a process that is killed releases
/// it. The file is deleted with the lock.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly Random Jitter = new();
    private readonly FileStream stream;

    private FileLock(FileStream stream)
    {
        this.stream = stream;
    }

    /// <exception cref="TimeoutException">Another process held the lock for longer than the given time.</exception>
    /// <exception cref="IOException">The lock file cannot be created or opened at all.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be created or opened at all.</exception>
    public static FileLock Acquire(string file, TimeSpan timeout) => TryAcquire(file, timeout, () => false)!;

    /// <summary>Like <see cref="Acquire"/>, but returns null if the lock is no longer needed.</summary>
    public static FileLock? TryAcquire(string file, TimeSpan timeout, Func<bool> isNeedless)
    {
        var watch = Stopwatch.StartNew();
        while (!isNeedless())
        {
            if (TryAcquire(file, watch.Elapsed) is { } taken)
            {
                return taken;
            }

            ThrowIfOver(file, watch, timeout);
            Thread.Sleep(Pause());
        }

        return null;
    }

    /// <inheritdoc cref="Acquire"/>
    public static async Task<FileLock> AcquireAsync(string file, TimeSpan timeout, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryAcquire(file, watch.Elapsed) is { } taken)
            {
                return taken;
            }

            ThrowIfOver(file, watch, timeout);
            await Task.Delay(Pause(), cancel).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        try
        {
            if (!IsWindows)
            {
                // Delete the file before releasing the lock, so that it is certainly our file.
                File.Delete(stream.Name);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder no longer allows deleting. A file that nobody has open locks nobody out.
        }
        finally
        {
            stream.Dispose();
        }
    }

    // Short and random, so that a waiting process does not keep missing the moments when a busy process releases the
    // lock.
    private static TimeSpan Pause()
    {
        lock (Jitter)
        {
            return TimeSpan.FromMilliseconds(Jitter.Next(1, 10));
        }
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    private static FileLock? TryAcquire(string file, TimeSpan waited)
    {
        FileStream? stream = null;
        try
        {
            // Opening a link would create or lock its target.
            if (FileKinds.IsNoFile(file))
            {
                throw new IOException(Message.Of(Messages.NotRegularFile, file));
            }

            var options = IsWindows ? FileOptions.DeleteOnClose : FileOptions.None;
            stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
            if (IsWindows || IsStillThere(file, stream))
            {
                PrivateFiles.Restrict(file);
                var taken = new FileLock(stream);
                stream = null;
                return taken;
            }
        }
        catch (IOException error) when (IsSharingViolation(error))
        {
            // Another process holds the lock.
        }
        catch (FileNotFoundException)
        {
            // The folder was deleted and created again in the meantime.
        }
        catch (UnauthorizedAccessException error) when (PassingRefusals.MayPass(error, waited))
        {
            // Windows is still deleting the previous holder's file.
        }
        finally
        {
            stream?.Dispose();
        }

        return null;
    }

    // Windows has two error codes for this, and Mono uses them everywhere. On Unix, .NET passes on the error of flock:
    // EWOULDBLOCK.
    private static bool IsSharingViolation(IOException error) =>
        error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        || (!IsWindows && error.HResult == (RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? 11 : 35));

    /// <summary>
    /// On Unix the previous holder may delete the file after we have opened it but before we lock it. We would then
    /// hold a file that no other process can find. Setting an unusual length for a moment shows whether the path still
    /// leads to our file. (Reading content back would need a second handle, which our own lock refuses.)
    /// </summary>
    private static bool IsStillThere(string file, FileStream stream)
    {
        var length = 1 + (Guid.NewGuid().GetHashCode() & 0xFFFFF);
        stream.SetLength(length);
        try
        {
            var found = new FileInfo(file);
            return found.Exists && found.Length == length;
        }
        finally
        {
            stream.SetLength(0);
        }
    }

    private static void ThrowIfOver(string file, Stopwatch watch, TimeSpan timeout)
    {
        if (watch.Elapsed > timeout)
        {
            throw new TimeoutException(Message.Of(Messages.LockTimedOut, file, (int)timeout.TotalSeconds));
        }
    }
}
