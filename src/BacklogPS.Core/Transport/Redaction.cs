using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BacklogPS.Transport;

/// <summary>Takes secrets out of texts that came back from outside.</summary>
internal static class Redaction
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex SecretName = new("password|secret|token|apiKey", AnyCase);
    private static readonly Regex SecretField = new(@"((?:password|secret|token|apiKey)\w*(?:""\s*:\s*""|=))(?:[^&""\\]|\\.)*", AnyCase);
    private static readonly Regex UserInfo = new(@"(?<=://)[^\s/?#'""<>]*@", RegexOptions.CultureInvariant);

    // Without regard to case: a server may repeat the escaped form in lower case.
    public static string Of(string text, IEnumerable<string> secrets) =>
        Regex.Replace(
            text,
            string.Join("|", secrets.SelectMany(s => new[] { Regex.Escape(s), Regex.Escape(Uri.EscapeDataString(s)) })),
            "***",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether what bears this name in a request is a secret, such as a new user's password.</summary>
    public static bool IsSecretName(string name) => SecretName.IsMatch(name);

    /// <summary>Takes such values out of a form or JSON.</summary>
    public static string OfSecretFields(string text) => SecretField.Replace(text, "$1***");

    /// <summary>Takes user names and passwords out of the addresses in a text: a proxy's address is quoted when it fails.</summary>
    public static string OfUserInfo(string text) => UserInfo.Replace(text, "");
}
