using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BacklogPS.Vault;

/// <summary>
/// SecretStore's copy of its file. It keeps the whole file in memory, notices seconds later or never that another
/// process has written it, and writes all of its copy back: an old one undoes what others have stored meanwhile.
/// </summary>
/// <remarks>
/// Nothing public makes it read its file again. A new time stamp on its configuration file does, but in every process of
/// the user at once: it locks stores that have a password, and a process that is just writing may write an empty store.
/// So the copy of this process alone is renewed, by the method with which SecretStore itself does it.
/// </remarks>
internal static class SecretStoreCopy
{
    /// <summary>The module whose vaults have such a copy.</summary>
    public const string Module = "Microsoft.PowerShell.SecretStore";

    private const string File = Module + ".SecureStoreFile";

    // The store reads its file four times within a second before it gives up.
    private const int Tries = 3;

    private static string? path;

    /// <summary>
    /// Held while the vault is called. SecretManagement runs every vault in one runspace of the process and fails when
    /// two callers meet there; and SecretStore, which reads its file again on threads of its own, ends the process when
    /// that meets a call.
    /// </summary>
    public static object InUse { get; } = new();

    /// <summary>Changes when the file is written; null while this process has not used the store.</summary>
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
    /// Makes the next call see what the file holds now. To be called by who holds <see cref="InUse"/>. Gives whether that
    /// is at hand already, so that the next call asks nobody for a password.
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
            // Not read yet, so the next call will.
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
                // As good as not read.
            }

            if (!ReferenceEquals(before, data.GetValue(store)))
            {
                return true;
            }
        }

        // The file cannot be read, or not with the password at hand, which may have expired. Without a copy the next call
        // says which; with the old one it might write that back.
        type.GetMethod("Reset", Static)?.Invoke(null, null);
        return false;
    }

    /// <summary>Has what SecretStore does at an event of its own wait until nobody calls the vault.</summary>
    private sealed class OneAtATime
    {
        private readonly Delegate handlers;

        private OneAtATime(Delegate handlers)
        {
            this.handlers = handlers;
        }

        public static void Keep(Type type, string name)
        {
            // The store subscribes again each time it is opened, so this is looked at each time too.
            if (type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic) is { } field
                && field.GetValue(null) is Delegate { Target: not OneAtATime } handlers)
            {
                var inTurn = new OneAtATime(handlers);
                field.SetValue(null, Delegate.CreateDelegate(field.FieldType, inTurn, typeof(OneAtATime).GetMethod(nameof(Handle))!));
            }
        }

        // Its arguments are of a type that only SecretStore knows; a delegate takes a method of the base type.
        public void Handle(object? sender, EventArgs args)
        {
            lock (InUse)
            {
                handlers.DynamicInvoke(sender, args);
            }
        }
    }
}
