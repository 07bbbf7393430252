using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
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
    /// <exception cref="IOException">There can be no such lock, whoever else wants it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static FileLock Acquire(string file, TimeSpan timeout) => TryAcquire(file, timeout, () => false)!;

    /// <summary>As <see cref="Acquire"/>; null if it is no longer wanted.</summary>
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
                // Before the lock is let go, so that it is surely ours that is removed.
                File.Delete(stream.Name);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder no longer lets it go. A file that nobody has open locks nobody out.
        }
        finally
        {
            stream.Dispose();
        }
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

    private static FileLock? TryAcquire(string file, TimeSpan waited)
    {
        FileStream? stream = null;
        try
        {
            // Opening it would change what a link leads to.
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
            // Somebody else has it.
        }
        catch (FileNotFoundException)
        {
            // The folder went away and was made again meanwhile.
        }
        catch (UnauthorizedAccessException error) when (PassingRefusals.MayPass(error, waited))
        {
            // Its last holder's file is just being deleted.
        }
        finally
        {
            stream?.Dispose();
        }

        return null;
    }

    // Windows has two errors for it, which Mono uses everywhere; on Unix .NET gives that of flock as it is: EWOULDBLOCK.
    private static bool IsSharingViolation(IOException error) =>
        error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        || (!IsWindows && error.HResult == (RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? 11 : 35));

    /// <summary>
    /// On Unix the former holder may have removed the file between our opening and our locking it; then we hold a file
    /// that nobody else will ever find. An odd length given to ours for a moment shows whether the name still leads to it
    /// (reading it back would need a second handle, which our own lock refuses).
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
