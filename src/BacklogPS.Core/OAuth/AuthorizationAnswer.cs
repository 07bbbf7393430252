using System;
using System.Linq;

namespace BacklogPS.OAuth;

/// <summary>What came back with the redirect: a code, or why there is none.</summary>
internal sealed class AuthorizationAnswer
{
    private const int LongestCode = 2048;

    private AuthorizationAnswer(string? code, string? error)
    {
        Code = code;
        Error = error;
    }

    /// <summary>Good for one exchange within a few minutes; null if access was not given.</summary>
    public string? Code { get; }

    /// <summary>The error's name as OAuth has it, <c>access_denied</c> above all; null if there is a code.</summary>
    public string? Error { get; }

    /// <summary>
    /// Reads the query of a redirect. Null if it is not an answer to this request: another state, or something
    /// missing or said twice. Who can open pages in the user's browser can send such ones, and must not end the wait.
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

    // It goes into a message, so only what such names are made of.
    private static string Plain(string error) =>
        new(error.Where(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-').Take(64).ToArray());

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
