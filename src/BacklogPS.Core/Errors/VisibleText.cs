using System.Linq;
using System.Text;

namespace BacklogPS;

/// <summary>
/// Makes text from any source safe for a terminal: a control character, which could clear the screen or rename the
/// window, is replaced with a visible symbol.
/// </summary>
internal static class VisibleText
{
    /// <summary>
    /// The number of characters that are quoted at most, about the longest list of names that anyone would read.
    /// </summary>
    public const int Longest = 2000;

    private const char Unknown = '\uFFFD';

    /// <summary>The text with its line breaks but without other control characters.</summary>
    public static string Of(string text)
    {
        if (!text.Any(Acts))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n"))
        {
            visible.Append(Acts(c) ? Sign(c) : c.ToString());
        }

        return visible.ToString();
    }

    /// <summary>The text on one line, truncated, as messages quote it.</summary>
    public static string Quote(string text)
    {
        var length = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        var cut = length == text.Length ? text : text.Substring(0, length) + "...";
        return cut.Any(c => Acts(c) || IsBreak(c)) ? new string(Of(cut).Select(c => IsBreak(c) ? ' ' : c).ToArray()) : cut;
    }

    /// <summary>Whether a multi-line text can be shown unchanged.</summary>
    public static bool IsPlain(string text) => !text.Any(c => Acts(c) && c is not ('\r' or '\t'));

    /// <summary>The text with the sign for an unknown character in place of each half of a surrogate pair.</summary>
    public static string WithoutHalves(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static bool IsBreak(char c) => c is '\n' or '\u2028' or '\u2029';

    // Includes the characters that change the direction of writing, which make a text read as a different one.
    private static bool Acts(char c) => (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // U+2400 and the following characters are symbols for the control characters, in the same order.
    private static string Sign(char c) => c switch
    {
        '\t' => "    ",
        '\r' => "\n",
        < ' ' => ((char)('\u2400' + c)).ToString(),
        '\u007F' => "\u2421",
        _ => Unknown.ToString(),
    };
}
