using System;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Http;

/// <summary>A path below <c>api/v2/</c>, built from segments so that no value can escape its segment.</summary>
internal readonly struct ApiPath
{
    /// <summary>The root of all paths.</summary>
    public const string Root = "api/v2/";

    // No key is nearly that long, and .NET Framework does not escape more than 65,519 characters.
    private const int Longest = 32_000;

    private static readonly char[] Slashes = { '/', '\\' };

    private readonly string path;

    private ApiPath(string path)
    {
        this.path = path;
    }

    /// <summary>Builds a path from segments: texts, and numbers in the API's format.</summary>
    public static ApiPath Of(params object[] segments) =>
        new(string.Join("/", segments.Select(s => Escape(Convert.ToString(s, CultureInfo.InvariantCulture)!))));

    /// <summary>
    /// Parses a path as a user writes it or copies it from the documentation: <c>issues/APP-1</c> or
    /// <c>/api/v2/issues/APP-1</c>, escaped or not.
    /// </summary>
    /// <exception cref="BacklogException">The text is a full URL, or its path would leave the root.</exception>
    public static ApiPath Parse(string text)
    {
        var given = text.Trim();
        if (given.StartsWith("//", StringComparison.Ordinal) || given.Split('/')[0].IndexOf(':') >= 0 || given.IndexOfAny(new[] { '?', '#' }) >= 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.PathNotBelowApi, text))
            {
                NextStep = Message.Of(CallerText.PathNotBelowApiNext),
                Target = text,
            };
        }

        var below = given.TrimStart('/');
        below = below.StartsWith(Root, StringComparison.Ordinal) ? below.Substring(Root.Length) : below;

        // Keep a trailing slash: the API needs it to list the root of the shared files.
        var segments = below.TrimEnd('/').Split('/');
        return new ApiPath(string.Join("/", segments.Select(s => Escape(Uri.UnescapeDataString(s)))) + (below.EndsWith("/", StringComparison.Ordinal) ? "/" : ""));
    }

    /// <summary>
    /// Whether a write to this path can change what a name refers to: a project, anything in a project's settings, a
    /// user, a team, a wiki page or a document. Writes to issues, pull requests and personal lists cannot.
    /// </summary>
    public bool HoldsNames => path.Split('/') is var segments && segments[0] switch
    {
        "projects" => !(segments.Length > 2 && segments[2] == "git"),
        "users" => !segments.Contains("myself") && !segments.Contains("watchings"),
        "wikis" => segments.Length < 3,
        "issues" or "notifications" or "watchings" or "stars" or "space" => false,
        _ => true,
    };

    /// <summary>The same path with a trailing slash.</summary>
    public ApiPath AsFolder() => new(path + "/");

    public override string ToString() => path;

    private static string Escape(string segment)
    {
        // Dot segments are resolved before a URL is sent, so projects/.. would request something else. An escaped slash
        // is no better, because Windows PowerShell unescapes it first. No key, id or name contains a slash, and the
        // slashes in the path of a shared folder are real separators.
        // Half of a surrogate pair cannot be sent: .NET would send another character, .NET Framework refuses it.
        if (string.IsNullOrWhiteSpace(segment) || segment == "." || segment == ".." || segment.IndexOfAny(Slashes) >= 0 || segment.Any(char.IsControl)
            || segment.Length > Longest || VisibleText.WithoutHalves(segment) != segment)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.PathSegmentInvalid, segment))
            {
                Target = segment,
            };
        }

        return Uri.EscapeDataString(segment);
    }
}
