using System;
using System.Text.RegularExpressions;

namespace BacklogPS.Parameters;

/// <summary>Issue keys as people have them: typed in haste, from an input method, from the browser's address bar.</summary>
internal static class IssueKeyText
{
    // What comes of the hyphen on other keyboards: dashes, the minus sign, and the long vowel mark of an input method.
    private static readonly Regex Hyphens = new(@"[\u2010-\u2015\u2212\u30FC]");
    private static readonly Regex Key = new(@"^[A-Za-z0-9_]+-[0-9]+$");
    private static readonly Regex Page = new(@"^(?<space>[^?#]+)/view/(?<key>[^/?#]+)/?([?#].*)?$", RegexOptions.Singleline);

    /// <summary>The key or id as Backlog writes it; the text as it stands where it is neither.</summary>
    public static string Read(string text)
    {
        var key = Hyphens.Replace(NameText.Normal(text), "-");
        return Key.IsMatch(key) ? key.ToUpperInvariant() : Numbers.IsNumber(key) ? key : text;
    }

    /// <summary>Whether the text is the address of an issue's page.</summary>
    public static bool IsPage(string text) => Page.IsMatch(text.Trim());

    /// <summary>
    /// Reads the address of an issue's page, <c>https://mycompany.backlog.com/view/APP-1#comment-5</c>: the space and the key.
    /// </summary>
    /// <exception cref="BacklogException">What stands before the key is not the address of a space.</exception>
    public static bool TryReadPage(string text, out SpaceAddress? space, out string key)
    {
        var page = Page.Match(text.Trim());
        key = page.Success ? Read(Uri.UnescapeDataString(page.Groups["key"].Value)) : "";
        space = page.Success ? SpaceAddress.Parse(page.Groups["space"].Value) : null;
        return page.Success;
    }
}
