using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Storage;

namespace BacklogPS.Spaces;

/// <summary>
/// The file of known spaces: read when needed, changed under a lock that other processes heed, replaced as a whole.
/// A file that cannot be understood is reported and never written over.
/// </summary>
internal sealed class SpaceRegistry
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    // Its holder may be waiting for a response from the space, or for the user to unlock a vault.
    private static readonly TimeSpan SecretLockTimeout = TimeSpan.FromSeconds(60);

    private const string HomeVariable = "BACKLOGPS_HOME";

    private readonly object gate = new();
    private readonly Func<BacklogException>? homeless;
    private readonly bool isEmptyWhereHomeless;
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

    private SpaceRegistry(Func<BacklogException> homeless, bool isEmpty)
        : this("")
    {
        this.homeless = homeless;
        isEmptyWhereHomeless = isEmpty;
    }

    /// <summary>
    /// The user's own registry: in <c>BACKLOGPS_HOME</c> where that is set, else in the folder <c>BacklogPS</c> of the
    /// user's configuration folder. Where neither is a full path there is none: the current folder must not decide which
    /// spaces are known.
    /// </summary>
    public static SpaceRegistry ForUser() => ForUser(
        Environment.GetEnvironmentVariable(HomeVariable), Folder(Environment.SpecialFolder.ApplicationData), Folder(Environment.SpecialFolder.UserProfile));

    internal static SpaceRegistry ForUser(string? chosen, string settings, string profile)
    {
        if (string.IsNullOrWhiteSpace(chosen))
        {
            // A service account may have no profile. Nothing can have been stored then.
            return IsFullPath(settings)
                ? new SpaceRegistry(Path.Combine(settings, "BacklogPS"))
                : new SpaceRegistry(() => Homeless(Messages.RegistryNoProfile, Messages.RegistryNoProfileNext), isEmpty: true);
        }

        // What no shell has expanded: in a file of settings, in quotes, on Windows.
        var isInProfile = chosen == "~" || chosen!.StartsWith("~/", StringComparison.Ordinal) || (IsWindows && chosen.StartsWith("~\\", StringComparison.Ordinal));
        var folder = isInProfile ? Path.Combine(profile, chosen.Substring(1).TrimStart('/', Path.DirectorySeparatorChar)) : chosen;
        try
        {
            if (IsFullPath(folder))
            {
                return new SpaceRegistry(Path.GetFullPath(folder));
            }
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or PathTooLongException)
        {
            // No path at all.
        }

        return new SpaceRegistry(() => Homeless(Message.Of(Messages.RegistryHomeNotFull, chosen), Messages.RegistryHomeNotFullNext), isEmpty: false);
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    // Neither C:folder nor \folder: these depend on the current folder too.
    private static bool IsFullPath(string path) => IsWindows
        ? path.Length > 2 && ((path[1] == ':' && IsSeparator(path[2])) || (IsSeparator(path[0]) && IsSeparator(path[1])))
        : path.StartsWith("/", StringComparison.Ordinal);

    private static bool IsSeparator(char c) => c is '/' or '\\';

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    private static BacklogException Homeless(string message, string next) =>
        new(BacklogErrorKind.RegistryInaccessible, message) { NextStep = next, Target = HomeVariable };

    /// <summary>What the file says now; empty where there is none.</summary>
    /// <exception cref="BacklogException">The file is damaged, newer than this version, or cannot be read.</exception>
    public RegistrySnapshot Read()
    {
        if (isEmptyWhereHomeless)
        {
            return RegistrySnapshot.Empty;
        }

        lock (gate)
        {
            return Guard(() => TryReadFile() ?? LookAgain());
        }
    }

    /// <summary>Changes what the file says and returns what it says now. An empty registry leaves no file.</summary>
    /// <exception cref="BacklogException">As for <see cref="Read"/>; or the lock or the file cannot be had.</exception>
    public RegistrySnapshot Update(Func<RegistrySnapshot, RegistrySnapshot> change) => Change(change, isRehearsal: false);

    /// <summary>
    /// Does all of <see cref="Update"/> but the change itself, for whoever has to do something first that cannot be undone.
    /// </summary>
    /// <exception cref="BacklogException">As <see cref="Update"/> would throw.</exception>
    public void Rehearse(Func<RegistrySnapshot, RegistrySnapshot> change) => Change(change, isRehearsal: true);

    private RegistrySnapshot Change(Func<RegistrySnapshot, RegistrySnapshot> change, bool isRehearsal)
    {
        lock (gate)
        {
            return Guard(() =>
            {
                try
                {
                    using (AcquireLock())
                    {
                        // What is changed is what the file says now, however alike it looks to what was read before.
                        cachedVersion = null;
                        PrivateFiles.TidyUp(file, IsWhole);
                        var before = TryReadFile() ?? RegistrySnapshot.Empty;
                        var after = change(before);
                        if (isRehearsal)
                        {
                            if (after.Spaces.Count > 0)
                            {
                                PrivateFiles.Rehearse(file, RegistryFormat.Write(after));
                            }
                        }
                        else if (after.Spaces.Count == 0)
                        {
                            PrivateFiles.Delete(file);
                        }
                        else if (!ReferenceEquals(before, after))
                        {
                            PrivateFiles.Replace(file, RegistryFormat.Write(after));
                        }

                        cachedVersion = null;
                        return after;
                    }
                }
                finally
                {
                    RemoveFolderIfEmpty();
                }
            });
        }
    }

    private FileLock AcquireLock()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                PrivateFiles.CreateFolder(folder);
                return FileLock.Acquire(lockFile, LockTimeout);
            }
            catch (DirectoryNotFoundException) when (tries < 100)
            {
                // Another process has just forgotten its last space and taken the folder with it: it is made again.
            }
        }
    }

    /// <summary>
    /// Keeps other processes from changing a space's secret until the lock is disposed; null if the folder takes no
    /// lock file, so that nothing can be kept.
    /// </summary>
    /// <exception cref="BacklogException">Another process keeps the lock.</exception>
    public Task<IDisposable?> LockSecretAsync(SpaceAddress address, Action<string> verbose, CancellationToken cancel) =>
        LockAsync(SecretNames.For(address, AuthMethod.OAuth), address, verbose, cancel);

    /// <summary>
    /// Keeps other processes from changing a vault that is one file to all of them; null as above. Taken for single
    /// changes only, and after a secret's lock, so that a refresh of one space does not wait for another's.
    /// </summary>
    /// <exception cref="BacklogException">Another process keeps the lock.</exception>
    public Task<IDisposable?> LockVaultAsync(string vault, CancellationToken cancel) => LockAsync(vault, null, _ => { }, cancel);

    private async Task<IDisposable?> LockAsync(string name, SpaceAddress? space, Action<string> verbose, CancellationToken cancel)
    {
        if (homeless is not null)
        {
            return null;
        }

        var secretLockFile = Path.Combine(folder, name + ".lock");
        for (var tries = 1; ; tries++)
        {
            try
            {
                PrivateFiles.CreateFolder(folder);
                return new SecretLock(await FileLock.AcquireAsync(secretLockFile, SecretLockTimeout, cancel).ConfigureAwait(false), this);
            }
            catch (TimeoutException error)
            {
                throw new BacklogException(
                    BacklogErrorKind.RegistryInaccessible, Message.Of(Messages.RegistryInaccessible, file, error.Message), error)
                {
                    NextStep = Messages.SecretLockNext,
                    Space = space?.Name,
                    Target = secretLockFile,
                };
            }
            catch (DirectoryNotFoundException) when (tries < 100)
            {
                // As above: the folder went away with another process's last space.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                verbose(Message.Of(Messages.VerboseNoSecretLock, error.Message));
                return null;
            }
        }
    }

    /// <summary>What the file says; null if there is none.</summary>
    private RegistrySnapshot? TryReadFile()
    {
        // A replaced file has another time or length; looking at these costs less than parsing at each call.
        var place = FileKinds.FollowLink(file);
        var info = new FileInfo(place);
        if (!info.Exists && !Directory.Exists(place))
        {
            cachedVersion = null;
            return null;
        }

        try
        {
            var version = (info.LastWriteTimeUtc, info.Exists ? info.Length : -1);
            if (cachedVersion != version)
            {
                cached = RegistryFormat.Read(PrivateFiles.ReadAllText(place), file);
                cachedVersion = version;
            }

            return cached;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another process is just replacing it, or has forgotten its last space.
            cachedVersion = null;
            return null;
        }
    }

    /// <summary>
    /// Makes sure that a file that was not found is not there: on Windows, whoever replaces it takes the old one away a
    /// moment before the new one comes. While nobody writes, nobody has the lock and nothing lies beside the file.
    /// </summary>
    private RegistrySnapshot LookAgain()
    {
        // Twice, because one writer may have come to its end, and another have begun, between two looks.
        for (var quiet = 0; quiet < 2 && Directory.Exists(folder); quiet++)
        {
            var isBeingChanged = File.Exists(lockFile) || PrivateFiles.HasLeftovers(file);
            if (TryReadFile() is { } found)
            {
                return found;
            }

            if (isBeingChanged)
            {
                return ReadUnderLock();
            }
        }

        return RegistrySnapshot.Empty;
    }

    private RegistrySnapshot ReadUnderLock()
    {
        RegistrySnapshot? found = null;
        try
        {
            using var taken = FileLock.TryAcquire(lockFile, LockTimeout, () => (found = TryReadFile()) is not null);
            if (taken is not null)
            {
                PrivateFiles.TidyUp(file, IsWhole);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder went away with another process's last space, or takes no lock: then nobody is writing in it.
        }
        finally
        {
            RemoveFolderIfEmpty();
        }

        return found ?? TryReadFile() ?? RegistrySnapshot.Empty;
    }

    private bool IsWhole(string text)
    {
        try
        {
            RegistryFormat.Read(text, file);
            return true;
        }
        catch (BacklogException error)
        {
            return error.Kind == BacklogErrorKind.RegistryNewer;
        }
    }

    private void RemoveFolderIfEmpty()
    {
        try
        {
            Directory.Delete(folder, recursive: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not empty, in use by another process, or not ours to remove: it stays.
        }
    }

    /// <summary>The lock's file goes with it, and with the last file the folder.</summary>
    private sealed class SecretLock : IDisposable
    {
        private readonly FileLock taken;
        private readonly SpaceRegistry registry;

        public SecretLock(FileLock taken, SpaceRegistry registry)
        {
            this.taken = taken;
            this.registry = registry;
        }

        public void Dispose()
        {
            taken.Dispose();
            registry.RemoveFolderIfEmpty();
        }
    }

    private T Guard<T>(Func<T> work)
    {
        if (homeless is not null)
        {
            throw homeless();
        }

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
