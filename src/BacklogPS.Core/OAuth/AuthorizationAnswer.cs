using System;
using System.Linq;

namespace BacklogPS.OAuth;

/// <summary>What the redirect brought back: a code, or the reason why there is none.</summary>
internal sealed class AuthorizationAnswer
{
    private const int LongestCode = 2048;

    private AuthorizationAnswer(string? code, string? error)
    {
        Code = code;
        Error = error;
    }

    /// <summary>The code, valid for one exchange within a few minutes; null if access was not granted.</summary>
    public string? Code { get; }

    /// <summary>OAuth's name for the error, usually <c>access_denied</c>; null if there is a code.</summary>
    public string? Error { get; }

    /// <summary>
    /// Reads the query of a redirect. Returns null if it does not answer this request: the state differs, or a value is
    /// missing or given twice. Anyone who can open pages in the user's browser can send such a query, so it must not
    /// end the wait.
    /// </summary>
    public static AuthorizationAnswer? Read(string query, AuthorizationRequest request)
    {
        var pairs = query.TrimStart('?').Split('&').Select(p => p.Split(new[] { '=' }, 2))
            .Select(p => (Name: Decode(p[0]), Value: Decode(p.Length > 1 ? p[1] : ""))).ToList();
        var names = pairs.Select(p => p.Name).Where(n => n is "state" or "code" or "error").ToList();
        if (names.Distinct().Count() != names.Count || Value("state") is not { } state || !request.IsOurs(state))
        {
            return null;
        }

        return (Value("code"), Value("error")) switch
        {
            ({ Length: > 0 and <= LongestCode } code, null) => new AuthorizationAnswer(code, null),
            (null, { Length: > 0 } error) => new AuthorizationAnswer(null, Plain(error)),
            _ => null,
        };

        string? Value(string name) => names.Contains(name) ? pairs.First(p => p.Name == name).Value : null;
    }

    // The error goes into a message, so keep only the characters that error names consist of.
    private static string Plain(string error) =>
        new(error.Where(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-').Take(64).ToArray());

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
