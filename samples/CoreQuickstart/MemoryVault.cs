using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Credentials;

namespace BacklogPS.CoreQuickstart;

/// <summary>A vault that forgets everything at the end of the process.</summary>
internal sealed class MemoryVault : ICredentialVault
{
    private readonly Dictionary<string, string> secrets = new();

    public int Count => secrets.Count;

    public Task<string> FindAsync(string? vault, CancellationToken cancel) => Task.FromResult(vault ?? "Memory");

    public Task<string> ReadAsync(string vault, string name, CancellationToken cancel) =>
        secrets.TryGetValue(name, out var secret)
            ? Task.FromResult(secret)
            : throw new BacklogException(BacklogErrorKind.SecretMissing, Message.Of(Messages.SecretMissing, vault, name));

    // Only this process knows this vault, so nobody else can make it lose a secret.
    public string? Mark => null;

    public Task<string?> LookAsync(string vault, string name, CancellationToken cancel) => Task.FromResult<string?>(null);

    public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel)
    {
        secrets[name] = secret;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string vault, string name, CancellationToken cancel)
    {
        secrets.Remove(name);
        return Task.CompletedTask;
    }
}
