using System;
using System.IO;
using BacklogPS.Storage;

namespace BacklogPS.Spaces;

/// <summary>
/// The file of known spaces: read when needed, changed under a lock that other processes heed, replaced as a whole.
/// A file that cannot be understood is reported and never written over.
/// </summary>
internal sealed class SpaceRegistry
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    private readonly object gate = new();
    private readonly string folder;
    private readonly string file;
    private readonly string lockFile;
    private RegistrySnapshot cached = RegistrySnapshot.Empty;
    private (DateTime Written, long Length)? cachedVersion;

    public SpaceRegistry(string folder)
    {
        this.folder = folder;
        file = Path.Combine(folder, "spaces.json");
        lockFile = Path.Combine(folder, "spaces.lock");
    }

    /// <summary>
    /// The user's own registry: in <c>BACKLOGPS_HOME</c> where that is set, else in the folder <c>BacklogPS</c> of the
    /// user's configuration folder.
    /// </summary>
    public static SpaceRegistry ForUser()
    {
        var folder = Environment.GetEnvironmentVariable("BACKLOGPS_HOME");
        if (string.IsNullOrWhiteSpace(folder))
        {
            var settings = Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            folder = Path.Combine(settings, "BacklogPS");
        }

        return new SpaceRegistry(Path.GetFullPath(folder));
    }

    /// <summary>What the file says now; empty where there is none.</summary>
    /// <exception cref="BacklogException">The file is damaged, newer than this version, or cannot be read.</exception>
    public RegistrySnapshot Read()
    {
        lock (gate)
        {
            return Guard(ReadFile);
        }
    }

    /// <summary>Changes what the file says and returns what it says now. An empty registry leaves no file.</summary>
    /// <exception cref="BacklogException">As for <see cref="Read"/>; or the lock or the file cannot be had.</exception>
    public RegistrySnapshot Update(Func<RegistrySnapshot, RegistrySnapshot> change)
    {
        lock (gate)
        {
            return Guard(() =>
            {
                PrivateFiles.CreateFolder(folder);
                RegistrySnapshot after;
                using (FileLock.Acquire(lockFile, LockTimeout))
                {
                    var before = ReadFile();
                    after = change(before);
                    if (after.Spaces.Count == 0)
                    {
                        File.Delete(file);
                    }
                    else if (!ReferenceEquals(before, after))
                    {
                        PrivateFiles.Replace(file, RegistryFormat.Write(after));
                    }

                    cachedVersion = null;
                }

                RemoveFolderIfEmpty();
                return after;
            });
        }
    }

    private RegistrySnapshot ReadFile()
    {
        // A replaced file has another time or length; looking at these costs less than parsing at each call.
        var info = new FileInfo(file);
        if (!info.Exists)
        {
            cachedVersion = null;
            return RegistrySnapshot.Empty;
        }

        var version = (info.LastWriteTimeUtc, info.Length);
        if (cachedVersion != version)
        {
            cached = RegistryFormat.Read(PrivateFiles.ReadAllText(file), file);
            cachedVersion = version;
        }

        return cached;
    }

    private void RemoveFolderIfEmpty()
    {
        try
        {
            Directory.Delete(folder, recursive: false);
        }
        catch (IOException)
        {
            // Not empty, or another process is just using it: either way it stays.
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new BacklogException(
                BacklogErrorKind.RegistryInaccessible, Message.Of(Messages.RegistryInaccessible, file, error.Message), error)
            {
                NextStep = Messages.RegistryInaccessibleNext,
                Target = file,
            };
        }
    }
}
