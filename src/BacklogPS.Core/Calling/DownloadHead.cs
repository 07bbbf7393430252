using System.Linq;
using System.Net.Http;

namespace BacklogPS.Calling;

/// <summary>What is known of a file when its download begins.</summary>
/// <param name="FileName">The name as the server gives it, not made safe; null where it gives none.</param>
/// <param name="Length">Its size in bytes; null where the server does not say.</param>
internal sealed record DownloadHead(string? FileName, long? Length)
{
    public static DownloadHead Of(HttpResponseMessage response)
    {
        if (response.Content?.Headers is not { } headers)
        {
            return new DownloadHead(null, 0);
        }

        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');

        // A length with an encoding is that of what travels, not of the file.
        return new DownloadHead(string.IsNullOrEmpty(name) ? null : name, headers.ContentEncoding.Any() ? null : headers.ContentLength);
    }

    /// <summary>How far the download is, for people.</summary>
    public string Describe(long got) => Length is { } all
        ? Message.Of(Messages.ProgressBytesOf, got / 1048576d, all / 1048576d)
        : Message.Of(Messages.ProgressBytes, got / 1048576d);
}
