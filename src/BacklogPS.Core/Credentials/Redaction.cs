using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BacklogPS.Credentials;

/// <summary>Takes secrets out of texts that came back from outside.</summary>
internal static class Redaction
{
    private static readonly Regex UserInfo = new(@"(?<=://)[^\s/?#'""<>]*@", RegexOptions.CultureInvariant);

    // Without regard to case: a server may repeat the escaped form in lower case.
    public static string Of(string text, IEnumerable<string> secrets) =>
        Regex.Replace(
            text,
            string.Join("|", secrets.SelectMany(s => new[] { Regex.Escape(s), Regex.Escape(Uri.EscapeDataString(s)) })),
            "***",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Takes user names and passwords out of the addresses in a text: a proxy's address is quoted when it fails.</summary>
    public static string OfUserInfo(string text) => UserInfo.Replace(text, "");
}
