using System;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Http;

/// <summary>A path below <c>api/v2/</c>, built from segments so that no value can climb out of its place.</summary>
internal readonly struct ApiPath
{
    /// <summary>What all paths lie below.</summary>
    public const string Root = "api/v2/";

    private static readonly char[] Slashes = { '/', '\\' };

    private readonly string path;

    private ApiPath(string path)
    {
        this.path = path;
    }

    /// <summary>A path of segments: texts, and numbers as the API writes them.</summary>
    public static ApiPath Of(params object[] segments) =>
        new(string.Join("/", segments.Select(s => Escape(Convert.ToString(s, CultureInfo.InvariantCulture)!))));

    /// <summary>
    /// A path as a user writes it or copies it from the documentation: <c>issues/APP-1</c>, <c>/api/v2/issues/APP-1</c>,
    /// escaped or not.
    /// </summary>
    /// <exception cref="BacklogException">It is an address of its own, or would leave its place.</exception>
    public static ApiPath Parse(string text)
    {
        var given = text.Trim();
        if (given.StartsWith("//", StringComparison.Ordinal) || given.Split('/')[0].IndexOf(':') >= 0 || given.IndexOfAny(new[] { '?', '#' }) >= 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.PathNotBelowApi, text))
            {
                NextStep = Messages.PathNotBelowApiNext,
                Target = text,
            };
        }

        var below = given.TrimStart('/');
        below = below.StartsWith(Root, StringComparison.Ordinal) ? below.Substring(Root.Length) : below;

        // A slash at the end is kept: the root of the shared files is asked for with one.
        var segments = below.TrimEnd('/').Split('/');
        return new ApiPath(string.Join("/", segments.Select(s => Escape(Uri.UnescapeDataString(s)))) + (below.EndsWith("/", StringComparison.Ordinal) ? "/" : ""));
    }

    /// <summary>
    /// Whether a write there can change what a name stands for: of a project, of what belongs to one, of a user, a team, a
    /// wiki page or a document. What is written to issues, pull requests and personal lists cannot, however much it is.
    /// </summary>
    public bool HoldsNames => path.Split('/') is var segments && segments[0] switch
    {
        "projects" => !(segments.Length > 2 && segments[2] == "git"),
        "users" => !segments.Contains("myself") && !segments.Contains("watchings"),
        "wikis" => segments.Length < 3,
        "issues" or "notifications" or "watchings" or "stars" or "space" => false,
        _ => true,
    };

    /// <summary>The same with a slash at its end.</summary>
    public ApiPath AsFolder() => new(path + "/");

    public override string ToString() => path;

    private static string Escape(string segment)
    {
        // A URL's dot segments are resolved away before sending: projects/.. would ask for something else. Nor does
        // escaping keep a slash in its place: Windows PowerShell decodes it first. No key, id or name has one; the slashes
        // in the path of a shared folder are the address's own.
        if (string.IsNullOrWhiteSpace(segment) || segment == "." || segment == ".." || segment.IndexOfAny(Slashes) >= 0 || segment.Any(char.IsControl))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.PathSegmentInvalid, segment))
            {
                Target = segment,
            };
        }

        return Uri.EscapeDataString(segment);
    }
}
