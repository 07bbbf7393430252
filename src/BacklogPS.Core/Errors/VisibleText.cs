using System;
using System.Linq;
using System.Text;

namespace BacklogPS;

/// <summary>
/// Text that anybody may have written, made fit for a terminal: a control character, which could clear the screen or
/// rename the window, becomes a sign for itself.
/// </summary>
internal static class VisibleText
{
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
