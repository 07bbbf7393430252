using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Calling;

/// <summary>Where secrets live. Every failure is a <see cref="BacklogException"/> of one of the vault kinds.</summary>
internal interface ICredentialVault
{
    /// <summary>Returns the registered name of the given vault, or of the default vault if none is given.</summary>
    Task<string> FindAsync(string? vault, CancellationToken cancel);

    /// <summary>Reads a secret as text, whether the vault returns a string, a SecureString or a PSCredential.</summary>
    Task<string> ReadAsync(string vault, string name, CancellationToken cancel);

    /// <summary>
    /// Changes whenever any program, including this one, writes to a vault that is known to lose what others stored;
    /// null until such a vault is used. Reading this property never opens a vault or prompts the user.
    /// </summary>
    string? Mark { get; }

    /// <summary>
    /// Reads a secret from such a vault without ever asking the user for a password; null if that is not possible, and
    /// for all other vaults.
    /// </summary>
    Task<string?> LookAsync(string vault, string name, CancellationToken cancel);

    /// <summary>Stores a secret, replacing any secret of the same name.</summary>
    Task WriteAsync(string vault, string name, string secret, CancellationToken cancel);

    /// <summary>Removes a secret. Does nothing if it does not exist.</summary>
    Task RemoveAsync(string vault, string name, CancellationToken cancel);
}
