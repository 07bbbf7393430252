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
    private const int LongestPath = 259;
    private const int LeastRoom = 24;
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
    /// <param name="longest">How long it may become.</param>
    public static string Of(string? name, string fallback, int longest = Longest)
    {
        var last = (name ?? "").Split('/', '\\').Last();

        // Control characters, and the invisible ones that turn the direction of writing: "gpj.exe" shown as "exe.jpg".
        var visible = last.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
        var safe = new string(visible.Select(c => NotInNames.IndexOf(c) >= 0 ? '_' : c).ToArray()).Trim();

        // Unix hides what begins with a dot, and reads some of it as settings; Windows drops a dot at the end.
        safe = safe.Trim('.', ' ');
        if (safe.Length == 0)
        {
            return fallback;
        }

        return Shortened(Reserved.IsMatch(safe) ? "_" + safe : safe, longest);
    }

    /// <summary>
    /// How long a name in the folder may be: on Windows the whole path is to stay one that every program takes, where the
    /// folder leaves room for that.
    /// </summary>
    public static int LongestIn(string folder, bool isWindows)
    {
        var room = LongestPath - folder.Length - 1;
        return isWindows && room >= LeastRoom ? Math.Min(Longest, room) : Longest;
    }

    /// <inheritdoc cref="LongestIn(string, bool)"/>
    public static int LongestIn(string folder) => LongestIn(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows));

    private static string Shortened(string name, int longest)
    {
        if (Size(name) <= longest)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 16 ? name.Substring(dot) : "";
        var stem = name.Substring(0, name.Length - extension.Length);
        while (Size(stem + extension) > longest)
        {
            stem = stem.Substring(0, stem.Length - (stem.Length > 1 && char.IsLowSurrogate(stem[stem.Length - 1]) ? 2 : 1));
        }

        return stem.TrimEnd('.', ' ') + extension;
    }

    private static int Size(string name) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? name.Length : Encoding.UTF8.GetByteCount(name);
}
