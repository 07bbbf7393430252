using System.Linq;
using System.Text;

namespace BacklogPS;

/// <summary>
/// Text that anybody may have written, made fit for a terminal: a control character, which could clear the screen or
/// rename the window, becomes a sign for itself.
/// </summary>
internal static class VisibleText
{
    /// <summary>How many characters of a text are quoted; the longest list of names that one would still read through.</summary>
    public const int Longest = 2000;

    private const char Unknown = '\uFFFD';

    /// <summary>The text with its lines, and without any other control character.</summary>
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

    /// <summary>The text as a message quotes it: in one line, and cut where nobody would read on.</summary>
    public static string Quote(string text)
    {
        var length = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        var cut = length == text.Length ? text : text.Substring(0, length) + "...";
        return cut.Any(c => Acts(c) || IsBreak(c)) ? new string(Of(cut).Select(c => IsBreak(c) ? ' ' : c).ToArray()) : cut;
    }

    /// <summary>Whether a text can be shown as it is, in its lines.</summary>
    public static bool IsPlain(string text) => !text.Any(c => Acts(c) && c is not ('\r' or '\t'));

    private static bool IsBreak(char c) => c is '\n' or '\u2028' or '\u2029';

    // Those too that turn the direction of writing, so that a text reads as another one.
    private static bool Acts(char c) => (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // U+2400 and what follows are pictures of the control characters, in their order.
    private static string Sign(char c) => c switch
    {
        '\t' => "    ",
        '\r' => "\n",
        < ' ' => ((char)('\u2400' + c)).ToString(),
        '\u007F' => "\u2421",
        _ => Unknown.ToString(),
    };
}
