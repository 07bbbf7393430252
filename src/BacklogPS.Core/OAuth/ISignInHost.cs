using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>The person at the console, as far as signing in needs one.</summary>
internal interface ISignInHost
{
    /// <summary>Shows a line regardless of the caller's preference variables.</summary>
    Task ShowAsync(string text);

    /// <summary>Reads a line from the user; null or empty if there is none.</summary>
    /// <exception cref="BacklogException">The session is not interactive.</exception>
    Task<string?> ReadLineAsync();
}
