using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Calling;

/// <summary>Where secrets live. Every failure is a <see cref="BacklogException"/> of one of the vault kinds.</summary>
internal interface ICredentialVault
{
    /// <summary>
    /// The name of a registered vault: the one asked for, as it is registered, or the default one.
    /// </summary>
    Task<string> FindAsync(string? vault, CancellationToken cancel);

    /// <summary>Reads a secret as text, whatever of string, SecureString or PSCredential the vault makes of it.</summary>
    Task<string> ReadAsync(string vault, string name, CancellationToken cancel);

    /// <summary>
    /// Another one whenever a program, this one included, has written vaults that are known to lose what others stored;
    /// null while no such vault was used. Asking for it takes no vault and bothers nobody.
    /// </summary>
    string? Mark { get; }

    /// <summary>
    /// Looks at a secret of such a vault without ever asking the user for a password; null if that is not possible, and
    /// for other vaults.
    /// </summary>
    Task<string?> LookAsync(string vault, string name, CancellationToken cancel);

    /// <summary>Stores a secret, replacing one of that name.</summary>
    Task WriteAsync(string vault, string name, string secret, CancellationToken cancel);

    /// <summary>Removes a secret; if it does not exist, nothing happens.</summary>
    Task RemoveAsync(string vault, string name, CancellationToken cancel);
}
