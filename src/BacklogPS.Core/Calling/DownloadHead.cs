using System.Linq;
using System.Net.Http;
using System.Text;

namespace BacklogPS.Calling;

/// <summary>What is known of a file when its download begins.</summary>
/// <param name="FileName">The name as the server gives it, not made safe; null if it gives none.</param>
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

        var name = headers.ContentDisposition?.FileNameStar ?? AsUtf8(headers.ContentDisposition?.FileName?.Trim('"').Replace("\\\"", "\""));

        // A length with an encoding is that of what travels, not of the file.
        return new DownloadHead(string.IsNullOrEmpty(name) ? null : name, headers.ContentEncoding.Any() ? null : headers.ContentLength);
    }

    // A header's bytes come as one character each; most servers that send others than ASCII mean UTF-8.
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

    /// <summary>How far the download is, for people.</summary>
    public string Describe(long got) => Length is { } all
        ? Message.Of(Messages.ProgressBytesOf, got / 1048576d, all / 1048576d)
        : Message.Of(Messages.ProgressBytes, got / 1048576d);
}
