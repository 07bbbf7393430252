using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BacklogPS.Vault;

/// <summary>
/// SecretStore's in-memory copy of its file. It holds the whole file, notices changes by other processes seconds later
/// or never, and writes back the whole copy, so an outdated copy undoes what others have stored meanwhile.
/// </summary>
/// <remarks>
/// There is no public way to make SecretStore read its file again. Touching its configuration file does, but in all of
/// the user's processes at once: stores with a password get locked, and a process that is just writing may write an
/// empty store. Therefore only this process's copy is reloaded, with the method that SecretStore itself uses.
/// </remarks>
internal static class SecretStoreCopy
{
    /// <summary>The module whose vaults have such a copy.</summary>
    public const string Module = "Microsoft.PowerShell.SecretStore";

    private const string File = Module + ".SecureStoreFile";

    // SecretStore itself tries to read its file four times within a second before it gives up.
    private const int Tries = 3;

    private static string? path;

    /// <summary>
    /// Lock this while calling the vault. SecretManagement runs all vaults in one runspace of the process and fails if
    /// two callers use it at once. SecretStore reloads its file on its own threads, and the process crashes if that
    /// happens during a call.
    /// </summary>
    public static object InUse { get; } = new();

    /// <summary>Changes when the file is written; null until this process uses the store.</summary>
    public static string? Mark
    {
        get
        {
            path ??= Loaded().Select(a => a.GetType(File)?.GetField("LocalStoreFilePath", BindingFlags.Static | BindingFlags.NonPublic))
                .Select(f => f?.GetValue(null) as string).FirstOrDefault(p => p is { Length: > 0 });
            if (path is null)
            {
                return null;
            }

            var file = new FileInfo(path);
            return file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "none";
        }
    }

    /// <summary>
    /// Makes the next call see the current content of the file. The caller must hold <see cref="InUse"/>. Returns
    /// whether the content is already loaded, so that the next call does not ask for a password.
    /// </summary>
    public static bool Renew()
    {
        var isAtHand = false;
        foreach (var assembly in Loaded())
        {
            if (assembly.GetType(File) is { } file)
            {
                OneAtATime.Keep(file, "DataUpdated");
                OneAtATime.Keep(file, "ConfigUpdated");
            }

            if (assembly.GetType(Module + ".LocalSecretStore") is { } type)
            {
                isAtHand |= Renew(type);
            }
        }

        return isAtHand;
    }

    private static IEnumerable<Assembly> Loaded() => AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == Module);

    private static bool Renew(Type type)
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic;
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        if (type.GetField("LocalStore", Static)?.GetValue(null) is not { } local)
        {
            // The file has not been read yet, so the next call reads it anyway.
            return false;
        }

        var store = type.GetField("_secureStore", Instance)?.GetValue(local);
        var read = store?.GetType().GetMethod("UpdateDataFromFile", Instance);
        var data = store?.GetType().GetProperty("Data", Instance);
        for (var tries = 0; read is not null && data is not null && tries < Tries; tries++)
        {
            var before = data.GetValue(store);
            try
            {
                read.Invoke(store, null);
            }
            catch (TargetInvocationException)
            {
                // Treat a failed read like no read.
            }

            if (!ReferenceEquals(before, data.GetValue(store)))
            {
                return true;
            }
        }

        // The file cannot be read, or the password in memory does not work or has expired. Without a copy, the next
        // call reports which; with the old copy, it might write that copy back.
        type.GetMethod("Reset", Static)?.Invoke(null, null);
        return false;
    }

    /// <summary>Delays SecretStore's own event handlers until nobody is calling the vault.</summary>
    private sealed class OneAtATime
    {
        private readonly Delegate handlers;

        private OneAtATime(Delegate handlers)
        {
            this.handlers = handlers;
        }

        public static void Keep(Type type, string name)
        {
            // SecretStore subscribes again each time it opens the store, so check each time.
            if (type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic) is { } field
                && field.GetValue(null) is Delegate { Target: not OneAtATime } handlers)
            {
                var inTurn = new OneAtATime(handlers);
                field.SetValue(null, Delegate.CreateDelegate(field.FieldType, inTurn, typeof(OneAtATime).GetMethod(nameof(Handle))!));
            }
        }

        // The event's argument type is private to SecretStore, but a delegate accepts a method with the base type.
        public void Handle(object? sender, EventArgs args)
        {
            lock (InUse)
            {
                handlers.DynamicInvoke(sender, args);
            }
        }
    }
}
