using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;

namespace BacklogPS.Core.Tests.Support;

/// <summary>Vaults in memory, named Default and Other, that can be made to fail.</summary>
internal sealed class MemoryVault : ICredentialVault
{
    private readonly ConcurrentDictionary<(string Vault, string Name), string> secrets = new();
    private readonly ConcurrentQueue<string> calls = new();

    /// <summary>Operations that fail (Find, Read, Write, Remove), and the kind of error.</summary>
    public Dictionary<string, BacklogErrorKind> Failures { get; } = new();

    /// <summary>Called before each operation.</summary>
    public Action<string>? Entered { get; set; }

    /// <summary>The calls so far, such as "Write Default/name", oldest first.</summary>
    public IReadOnlyList<string> Calls => calls.ToArray();

    /// <summary>The names of all secrets, as "vault/name".</summary>
    public IReadOnlyList<string> Names => secrets.Keys.Select(k => $"{k.Vault}/{k.Name}").Order().ToArray();

    public string this[string vault, string name]
    {
        get => secrets[(vault, name)];
        set => secrets[(vault, name)] = value;
    }

    public Task<string> FindAsync(string? vault, CancellationToken cancel)
    {
        Enter("Find", vault ?? "Default", "");
        return vault is null or "Default" or "Other"
            ? Task.FromResult(vault ?? "Default")
            : throw new BacklogException(BacklogErrorKind.VaultUnknown, "unknown vault");
    }

    public Task<string> ReadAsync(string vault, string name, CancellationToken cancel)
    {
        Enter("Read", vault, name);
        return secrets.TryGetValue((vault, name), out var secret)
            ? Task.FromResult(secret)
            : throw new BacklogException(BacklogErrorKind.SecretMissing, "no such secret");
    }

    public string? Mark { get; set; }

    public async Task<string?> LookAsync(string vault, string name, CancellationToken cancel) => await ReadAsync(vault, name, cancel);

    public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel)
    {
        Enter("Write", vault, name);
        secrets[(vault, name)] = secret;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string vault, string name, CancellationToken cancel)
    {
        Enter("Remove", vault, name);
        secrets.TryRemove((vault, name), out _);
        return Task.CompletedTask;
    }

    private void Enter(string operation, string vault, string name)
    {
        calls.Enqueue(name.Length == 0 ? $"{operation} {vault}" : $"{operation} {vault}/{name}");
        Entered?.Invoke(operation);
        if (Failures.TryGetValue(operation, out var kind))
        {
            throw new BacklogException(kind, $"the vault refuses to {operation}");
        }
    }
}
