using System.Globalization;
using System.Linq;

namespace BacklogPS;

/// <summary>
/// Fills the placeholders of a text from <see cref="Messages"/>, or from the program that uses Core. Every text that an
/// error, a warning, a verbose message or a progress line quotes, whatever its source, goes through here and is
/// truncated and made visible by <see cref="VisibleText.Quote"/>.
/// </summary>
internal static class Message
{
    public static string Of(string message, params object?[] args) =>
        string.Format(CultureInfo.CurrentCulture, message, args.Select(Shown).ToArray());

    /// <summary>A text of the program that uses Core; null if it has none.</summary>
    public static string? Of(CallerText text, params object?[] args) => CallerTexts.Source(text) is { } message ? Of(message, args) : null;

    // A value with its own format, such as a number, is not text from outside.
    private static object? Shown(object? arg) => arg is null or System.IFormattable ? arg : VisibleText.Quote(arg.ToString() ?? "");
}
