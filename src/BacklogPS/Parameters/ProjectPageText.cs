using System.Text.RegularExpressions;

namespace BacklogPS.Parameters;

/// <summary>
/// Parses the URL of a project's page, as the browser shows it: <c>https://mycompany.backlog.com/projects/APP</c>.
/// </summary>
internal static class ProjectPageText
{
    // A project's name may contain slashes, but hardly a host name with a dot before them.
    private static readonly Regex Page = new(@"^(?<space>[^?#\s.]*\.[^?#\s]*|https?://[^?#\s]+)/projects/(?<key>[A-Za-z0-9_]+)/?([?#].*)?$", RegexOptions.Singleline);

    /// <summary>Whether the text is the URL of a project's page.</summary>
    public static bool IsPage(string text) => Page.IsMatch(text.Trim());

    /// <summary>Reads the space and the key from the URL of a project's page.</summary>
    /// <exception cref="BacklogException">The part before the key is not the address of a space.</exception>
    public static bool TryRead(string text, out SpaceAddress? space, out string key)
    {
        var page = Page.Match(text.Trim());
        key = page.Groups["key"].Value;
        space = page.Success ? SpaceAddress.Parse(page.Groups["space"].Value) : null;
        return page.Success;
    }
}
