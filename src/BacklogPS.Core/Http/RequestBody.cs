using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>The bodies of requests.</summary>
internal static class RequestBody
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    /// <summary>Creates a form body from parameters.</summary>
    public static Func<HttpContent> OfForm(Query parameters)
    {
        var text = parameters.ToString().TrimStart('?');
        return () => Content(Encoding.ASCII.GetBytes(text), new MediaTypeHeaderValue(Form));
    }

    /// <summary>Creates a body from a text, sent unchanged.</summary>
    /// <param name="text">The text; sent as UTF-8.</param>
    /// <param name="contentType">The content type; null for a form.</param>
    /// <exception cref="BacklogException">The content type is invalid or names a charset other than UTF-8.</exception>
    public static Func<HttpContent> OfText(string text, string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType ?? Form, out var type))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ContentTypeInvalid, contentType))
            {
                Target = contentType,
            };
        }

        // UTF-8 is the only charset that the API documents. Which others .NET knows differs by edition.
        if (type.CharSet?.Trim('"') is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.CharsetNotUtf8, charset))
            {
                NextStep = Message.Of(CallerText.CharsetNotUtf8Next),
                Target = contentType,
            };
        }

        return () => Content(Encoding.UTF8.GetBytes(text), type);
    }

    /// <summary>
    /// Creates the file body for <c>POST space/attachment</c>:
    /// https://developer.nulab.com/docs/backlog/api/2/post-attachment-file/
    /// </summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="report">Receives the number of bytes sent and the total.</param>
    public static Func<HttpContent> OfFile(string path, Action<long, long>? report = null) => () =>
    {
        var file = new FileContent(path, report);

        // Send the name as plain UTF-8, as browsers do. HttpClient would send a MIME encoded word, which few servers
        // understand.
        var name = Latin1.GetString(Encoding.UTF8.GetBytes(new string(Path.GetFileName(path).Where(c => c >= ' ').ToArray())))
            .Replace("\\", "\\\\").Replace("\"", "\\\"");
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { file };
    };

    private static HttpContent Content(byte[] bytes, MediaTypeHeaderValue type) => new ByteArrayContent(bytes) { Headers = { ContentType = type } };
}
