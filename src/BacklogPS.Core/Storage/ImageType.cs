using System.IO;
using System.Linq;
using System.Text;

namespace BacklogPS.Storage;

/// <summary>Detects the type of an image by its first bytes.</summary>
internal static class ImageType
{
    // As Latin-1 text, which has one character for each byte.
    private static readonly (string Start, string Extension)[] Known =
    {
        ("\u0089PNG", ".png"), ("\u00FF\u00D8\u00FF", ".jpg"), ("GIF8", ".gif"), ("BM", ".bmp"), ("<svg", ".svg"), ("<?xml", ".svg"),
    };

    /// <summary>The extension with its dot; empty if the type is unknown.</summary>
    public static string ExtensionOf(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[12];
        var start = Encoding.GetEncoding("iso-8859-1").GetString(bytes, 0, stream.Read(bytes, 0, bytes.Length));
        return start.StartsWith("RIFF", System.StringComparison.Ordinal) && start.EndsWith("WEBP", System.StringComparison.Ordinal)
            ? ".webp"
            : Known.FirstOrDefault(k => start.StartsWith(k.Start, System.StringComparison.Ordinal)).Extension ?? "";
    }
}
