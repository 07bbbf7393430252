using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BacklogPS.Credentials;

/// <summary>Takes secrets out of texts that came back from outside.</summary>
internal static class Redaction
{
    // Without regard to case: a server may repeat the escaped form in lower case.
    public static string Of(string text, IEnumerable<string> secrets) =>
        Regex.Replace(
            text,
            string.Join("|", secrets.SelectMany(s => new[] { Regex.Escape(s), Regex.Escape(Uri.EscapeDataString(s)) })),
            "***",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
