using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace BacklogPS.Parameters;

/// <summary>
/// Parses issue keys in the forms that people use: typed in a hurry, with an input method, or copied from the browser's
/// address bar.
/// </summary>
internal static class IssueKeyText
{
    // Characters that other keyboards produce for a hyphen: dashes, the minus sign, and the long vowel mark of a
    // Japanese input method.
    private static readonly Regex Hyphens = new(@"[\u2010-\u2015\u2212\u30FC]");
    private static readonly Regex Key = new(@"^[A-Za-z0-9_]+-[0-9]+$");
    private static readonly Regex Page = new(@"^(?<space>[^?#]+)/view/(?<key>[^/?#]+)/?([?#].*)?$", RegexOptions.Singleline);

    /// <summary>The key or id in Backlog's form; any other text unchanged.</summary>
    public static string Read(string text)
    {
        var key = Hyphens.Replace(NameText.Normal(text), "-");
        return Key.IsMatch(key) ? key.ToUpperInvariant() : Numbers.IsNumber(key) ? key : text;
    }

    /// <summary>Whether the text identifies an issue: a key, an id or the URL of a page.</summary>
    public static bool IsIssue(string text) => Read(text) is var key && (Key.IsMatch(key) || Numbers.IsNumber(key) || (IsPage(text) && !text.Trim().Any(char.IsWhiteSpace)));

    /// <summary>Whether the text is the URL of an issue's page.</summary>
    public static bool IsPage(string text) => Page.IsMatch(text.Trim());

    /// <summary>
    /// Reads the space and the key from the URL of an issue's page,
    /// <c>https://mycompany.backlog.com/view/APP-1#comment-5</c>.
    /// </summary>
    /// <exception cref="BacklogException">The part before the key is not the address of a space.</exception>
    public static bool TryReadPage(string text, out SpaceAddress? space, out string key)
    {
        var page = Page.Match(text.Trim());
        key = page.Success ? Read(Uri.UnescapeDataString(page.Groups["key"].Value)) : "";
        space = page.Success ? SpaceAddress.Parse(page.Groups["space"].Value) : null;
        return page.Success;
    }
}
