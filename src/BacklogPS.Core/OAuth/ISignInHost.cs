using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>The person in front, as far as signing in needs them.</summary>
internal interface ISignInHost
{
    /// <summary>Shows a line that is meant to be seen, whatever the caller's preferences for details are.</summary>
    Task ShowAsync(string text);

    /// <summary>Waits for a line; null or empty where nobody gives one.</summary>
    /// <exception cref="BacklogException">The session is not interactive.</exception>
    Task<string?> ReadLineAsync();
}
