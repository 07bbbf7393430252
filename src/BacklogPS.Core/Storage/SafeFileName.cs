using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace BacklogPS.Storage;

/// <summary>Makes a name that came from a server one that may be used in a folder of the user's.</summary>
internal static class SafeFileName
{
    // What a file name can be long: bytes on Unix, UTF-16 units on Windows.
    private const int Longest = 255;
    private const string NotInNames = "<>:\"|?*";

    // Windows takes these for devices, whatever extension follows.
    private static readonly Regex Reserved = new(
        @"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// The last part of the name, without what some system does not take or what hides its real end; the same on every
    /// system, so that a script finds its file everywhere.
    /// </summary>
    /// <param name="name">The name that the server gave.</param>
    /// <param name="fallback">The name where nothing is left.</param>
    public static string Of(string? name, string fallback)
    {
        var last = (name ?? "").Split('/', '\\').Last();

        // Control characters, and the invisible ones that turn the direction of writing: "gpj.exe" shown as "exe.jpg".
        var visible = last.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
        var safe = new string(visible.Select(c => NotInNames.IndexOf(c) >= 0 ? '_' : c).ToArray()).Trim().TrimEnd('.', ' ');
        if (safe.Length == 0)
        {
            return fallback;
        }

        return Shortened(Reserved.IsMatch(safe) ? "_" + safe : safe);
    }

    private static string Shortened(string name)
    {
        if (Size(name) <= Longest)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 16 ? name.Substring(dot) : "";
        var stem = name.Substring(0, name.Length - extension.Length);
        while (Size(stem + extension) > Longest)
        {
            stem = stem.Substring(0, stem.Length - (stem.Length > 1 && char.IsLowSurrogate(stem[stem.Length - 1]) ? 2 : 1));
        }

        return stem.TrimEnd('.', ' ') + extension;
    }

    private static int Size(string name) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? name.Length : Encoding.UTF8.GetByteCount(name);
}
