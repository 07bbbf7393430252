using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace BacklogPS.Calling;

/// <summary>What is known of a file when its download begins.</summary>
/// <param name="FileName">
/// The file name that the server sent, not yet made safe for the file system; null if it sent none.
/// </param>
/// <param name="Length">Its size in bytes; null if the server does not say.</param>
internal sealed record DownloadHead(string? FileName, long? Length)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DownloadHead Of(HttpResponseMessage response)
    {
        if (response.Content?.Headers is not { } headers)
        {
            return new DownloadHead(null, 0);
        }

        var disposition = headers.ContentDisposition;
        var name = (Has(disposition, "filename*") ? disposition!.FileNameStar : null)
            ?? (Has(disposition, "filename") ? AsUtf8(disposition!.FileName?.Trim('"').Replace("\\\"", "\"")) : null);

        // With a Content-Encoding, Content-Length counts the encoded bytes on the wire, not the bytes of the file.
        return new DownloadHead(string.IsNullOrEmpty(name) ? null : name, headers.ContentEncoding.Any() ? null : headers.ContentLength);
    }

    // .NET fails on a parameter that has a name and no value.
    private static bool Has(ContentDispositionHeaderValue? disposition, string name) =>
        disposition?.Parameters.FirstOrDefault(p => name.Equals(p.Name, StringComparison.OrdinalIgnoreCase))?.Value is not null;

    // .NET decodes header bytes as one character each. Servers that send non-ASCII file names almost always mean UTF-8.
    private static string? AsUtf8(string? name)
    {
        if (name is null || name.All(c => c < 0x80) || name.Any(c => c > 0xFF))
        {
            return name;
        }

        try
        {
            return Strict.GetString(name.Select(c => (byte)c).ToArray());
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }

    /// <summary>Describes the progress of the download for people.</summary>
    public string Describe(long got) => Length is { } all
        ? Message.Of(Messages.ProgressBytesOf, got / 1048576d, all / 1048576d)
        : Message.Of(Messages.ProgressBytes, got / 1048576d);
}
