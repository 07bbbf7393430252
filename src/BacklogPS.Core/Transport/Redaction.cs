using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BacklogPS.Transport;

/// <summary>Removes secrets from texts that came from outside.</summary>
internal static class Redaction
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex SecretName = new("password|secret|token|apiKey", AnyCase);
    private static readonly Regex SecretField = new(@"((?:password|secret|token|apiKey)\w*(?:""\s*:\s*""|=))(?:[^&""\\]|\\.)*", AnyCase);
    private static readonly Regex UserInfo = new(@"(?<=://)[^\s/?#'""<>]*@", RegexOptions.CultureInvariant);

    // Case-insensitive, because a server may repeat the escaped form in lower case.
    public static string Of(string text, IEnumerable<string> secrets) =>
        Regex.Replace(
            text,
            string.Join("|", secrets.SelectMany(s => new[] { Regex.Escape(s), Regex.Escape(Uri.EscapeDataString(s)) })),
            "***",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a parameter of this name holds a secret, such as a new user's password.</summary>
    public static bool IsSecretName(string name) => SecretName.IsMatch(name);

    /// <summary>Masks the values of such parameters in a form or JSON.</summary>
    public static string OfSecretFields(string text) => SecretField.Replace(text, "$1***");

    /// <summary>
    /// Removes user names and passwords from the URLs in a text, because the error of a failing proxy quotes the
    /// proxy's URL.
    /// </summary>
    public static string OfUserInfo(string text) => UserInfo.Replace(text, "");
}
