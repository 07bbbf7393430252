using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>What a request carries.</summary>
internal static class RequestBody
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    /// <summary>Parameters as Backlog takes them in a body.</summary>
    public static Func<HttpContent> OfForm(Query parameters)
    {
        var text = parameters.ToString().TrimStart('?');
        return () => Content(Encoding.ASCII.GetBytes(text), new MediaTypeHeaderValue(Form));
    }

    /// <summary>A text as it stands.</summary>
    /// <param name="text">The text; sent as UTF-8.</param>
    /// <param name="contentType">What it is; without it, a form.</param>
    /// <exception cref="BacklogException">The content type is none, or has another charset.</exception>
    public static Func<HttpContent> OfText(string text, string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType ?? Form, out var type))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ContentTypeInvalid, contentType))
            {
                Target = contentType,
            };
        }

        // The one charset that the API documents; others would have to be known to .NET, which differs by edition.
        if (type.CharSet?.Trim('"') is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.CharsetNotUtf8, charset))
            {
                NextStep = Messages.CharsetNotUtf8Next,
                Target = contentType,
            };
        }

        return () => Content(Encoding.UTF8.GetBytes(text), type);
    }

    /// <summary>A file, as <c>POST space/attachment</c> takes it: https://developer.nulab.com/docs/backlog/api/2/post-attachment-file/</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="report">Told how many bytes of how many are sent.</param>
    public static Func<HttpContent> OfFile(string path, Action<long, long>? report = null) => () =>
    {
        var file = new FileContent(path, report);

        // Browsers send the name as plain UTF-8; the client would make it an encoded word, which few servers read.
        var name = Latin1.GetString(Encoding.UTF8.GetBytes(new string(Path.GetFileName(path).Where(c => c >= ' ').ToArray())))
            .Replace("\\", "\\\\").Replace("\"", "\\\"");
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { file };
    };

    private static HttpContent Content(byte[] bytes, MediaTypeHeaderValue type) => new ByteArrayContent(bytes) { Headers = { ContentType = type } };
}
