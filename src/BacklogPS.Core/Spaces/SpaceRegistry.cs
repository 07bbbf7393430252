using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Storage;

namespace BacklogPS.Spaces;

/// <summary>
/// The file of known spaces: read when needed, changed under a lock that other processes respect, and replaced as a
/// whole. A file that cannot be parsed is reported and never overwritten.
/// </summary>
internal sealed class SpaceRegistry
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    // Longer, because the lock's holder may be waiting for a response from the space or for the user to unlock a vault.
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
    /// The user's registry: in <c>BACKLOGPS_HOME</c> if it is set, or else in the folder <c>BacklogPS</c> of the user's
    /// configuration folder. If neither is a full path, there is no registry, because the current folder must not
    /// decide which spaces are known.
    /// </summary>
    public static SpaceRegistry ForUser() => ForUser(
        Environment.GetEnvironmentVariable(HomeVariable), Folder(Environment.SpecialFolder.ApplicationData), Folder(Environment.SpecialFolder.UserProfile));

    internal static SpaceRegistry ForUser(string? chosen, string settings, string profile)
    {
        if (string.IsNullOrWhiteSpace(chosen))
        {
            // A service account may have no profile. Then nothing can have been stored.
            return IsFullPath(settings)
                ? new SpaceRegistry(Path.Combine(settings, "BacklogPS"))
                : new SpaceRegistry(() => Homeless(Messages.RegistryNoProfile, Message.Of(CallerText.RegistryNoProfileNext)), isEmpty: true);
        }

        // The shell does not expand ~ in a settings file, in quotes, or on Windows.
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
            // The text is not a valid path.
        }

        return new SpaceRegistry(() => Homeless(Message.Of(Messages.RegistryHomeNotFull, chosen), Message.Of(CallerText.RegistryHomeNotFullNext)), isEmpty: false);
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    // C:folder and \folder do not count as full paths, because they also depend on the current folder.
    private static bool IsFullPath(string path) => IsWindows
        ? path.Length > 2 && ((path[1] == ':' && IsSeparator(path[2])) || (IsSeparator(path[0]) && IsSeparator(path[1])))
        : path.StartsWith("/", StringComparison.Ordinal);

    private static bool IsSeparator(char c) => c is '/' or '\\';

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    private static BacklogException Homeless(string message, string? next) =>
        new(BacklogErrorKind.RegistryInaccessible, message) { NextStep = next, Target = HomeVariable };

    /// <summary>The current content of the file; empty if there is no file.</summary>
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

    /// <summary>Changes the file and returns its new content. An empty registry leaves no file behind.</summary>
    /// <exception cref="BacklogException">As for <see cref="Read"/>, or the file cannot be locked or written.</exception>
    public RegistrySnapshot Update(Func<RegistrySnapshot, RegistrySnapshot> change) => Change(change, isRehearsal: false);

    /// <summary>
    /// Does everything that <see cref="Update"/> does except changing the file, for callers that must first do
    /// something that cannot be undone.
    /// </summary>
    /// <exception cref="BacklogException">The exception that <see cref="Update"/> would throw.</exception>
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
                        // Always read the file again here, even if it looks the same as what was read before.
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
                // Another process has just removed its last space and the folder with it, so create the folder again.
            }
        }
    }

    /// <summary>
    /// Keeps other processes from changing a space's secret until the lock is disposed. Returns null if the folder does
    /// not allow lock files, so that no lock is possible.
    /// </summary>
    /// <exception cref="BacklogException">Another process holds the lock.</exception>
    public Task<IDisposable?> LockSecretAsync(SpaceAddress address, Action<string> verbose, CancellationToken cancel) =>
        LockAsync(SecretNames.For(address, AuthMethod.OAuth), address, verbose, cancel);

    /// <summary>
    /// Keeps other processes from changing a vault that is one file for all of them. Returns null as above. It is held
    /// only for single changes and taken after a secret's lock, so that refreshing one space does not wait for another.
    /// </summary>
    /// <exception cref="BacklogException">Another process holds the lock.</exception>
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
                    NextStep = Message.Of(CallerText.SecretLockNext),
                    Space = space?.Name,
                    Target = secretLockFile,
                };
            }
            catch (DirectoryNotFoundException) when (tries < 100)
            {
                // As above: another process removed its last space and the folder with it.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                verbose(Message.Of(Messages.VerboseNoSecretLock, error.Message));
                return null;
            }
        }
    }

    /// <summary>Reads the file; null if there is none.</summary>
    private RegistrySnapshot? TryReadFile()
    {
        // A replaced file has another time or length. Checking these is cheaper than parsing the file at each call.
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
            // Another process is replacing the file right now, or has removed its last space.
            cachedVersion = null;
            return null;
        }
    }

    /// <summary>
    /// Makes sure that a missing file really does not exist: on Windows, a process that replaces the file removes the
    /// old one shortly before the new one is in place. If nobody is writing, there is no lock file and nothing next to
    /// the file.
    /// </summary>
    private RegistrySnapshot LookAgain()
    {
        // Check twice, because one writer may finish and another one start between two checks.
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
            // The folder was removed with another process's last space, or does not allow locks. Then nobody is writing
            // in it.
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
            // The folder is not empty, in use by another process, or not ours to remove, so it stays.
        }
    }

    /// <summary>Deletes the lock file with the lock, and the folder with its last file.</summary>
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
