using System;
using System.Linq;

namespace BacklogPS.Http;

/// <summary>A path below <c>api/v2/</c>, built from segments so that no value can climb out of its place.</summary>
internal readonly struct ApiPath
{
    private readonly string path;

    private ApiPath(string path)
    {
        this.path = path;
    }

    public static ApiPath Of(params string[] segments) => new(string.Join("/", segments.Select(Escape)));

    public override string ToString() => path;

    private static string Escape(string segment)
    {
        // A URL's dot segments are resolved away before sending: projects/.. would ask for something else.
        if (string.IsNullOrWhiteSpace(segment) || segment == "." || segment == ".." || segment.Any(char.IsControl))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.PathSegmentInvalid, segment))
            {
                Target = segment,
            };
        }

        return Uri.EscapeDataString(segment);
    }
}
