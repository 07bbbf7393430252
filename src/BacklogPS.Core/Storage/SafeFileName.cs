using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace BacklogPS.Storage;

/// <summary>Makes a file name from a server safe to use in the user's folders.</summary>
internal static class SafeFileName
{
    // The maximum length of a file name: in bytes on Unix, in UTF-16 units on Windows.
    private const int Longest = 255;
    private const int LongestPath = 259;
    private const int LeastRoom = 24;
    private const string NotInNames = "<>:\"|?*";
    private static readonly char[] NotAtEnds = Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace).Append('.').ToArray();

    // Windows treats these names as devices, whatever extension follows.
    private static readonly Regex Reserved = new(
        @"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// The last segment of the name, without anything that some system refuses or that hides its real extension. The
    /// result is the same on every system, so that scripts find the file everywhere.
    /// </summary>
    /// <param name="name">The name from the server.</param>
    /// <param name="fallback">The name to use if nothing is left.</param>
    /// <param name="longest">The maximum length of the result.</param>
    public static string Of(string? name, string fallback, int longest = Longest)
    {
        var last = (name ?? "").Split('/', '\\').Last();

        // Remove control characters and the invisible ones that change the text direction, which can show "gpj.exe" as
        // "exe.jpg".
        var visible = last.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
        var safe = new string(visible.Select(c => NotInNames.IndexOf(c) >= 0 ? '_' : c).ToArray());

        // Unix hides names that begin with a dot and reads some of them as settings. Windows drops a trailing dot.
        // Half of a surrogate pair cannot be written to a disk, so the file would not have the name that is returned.
        safe = VisibleText.WithoutHalves(safe.Trim(NotAtEnds));
        if (safe.Length == 0)
        {
            return fallback;
        }

        // Shortening can make a reserved name: of CON, many spaces and more, only CON is left.
        var shortened = Shortened(safe, longest);
        return Reserved.IsMatch(shortened) ? Shortened("_" + shortened, longest) : shortened;
    }

    /// <summary>
    /// The maximum length of a name in this folder. On Windows the whole path stays short enough for every program, if
    /// the folder leaves enough room.
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
        var extension = dot > 0 && name.Length - dot <= 16 && Size(name.Substring(dot)) <= longest / 2 ? name.Substring(dot) : "";

        // Every character takes at least a byte, so what is beyond the limit need not be measured.
        var length = Math.Min(longest, name.Length - extension.Length);
        var stem = name.Substring(0, char.IsHighSurrogate(name[length - 1]) ? length - 1 : length);
        while (Size(stem + extension) > longest)
        {
            stem = stem.Substring(0, stem.Length - (stem.Length > 1 && char.IsLowSurrogate(stem[stem.Length - 1]) ? 2 : 1));
        }

        return stem.TrimEnd(NotAtEnds) + extension;
    }

    private static int Size(string name) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? name.Length : Encoding.UTF8.GetByteCount(name);
}
