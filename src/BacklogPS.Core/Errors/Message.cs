using System.Globalization;
using System.Linq;

namespace BacklogPS;

/// <summary>
/// Fills the places of a text from <see cref="Messages"/>. Every text that an error, a warning, a verbose or a progress line
/// quotes goes through here, whoever said it, and is cut and made visible by <see cref="VisibleText.Quote"/>.
/// </summary>
internal static class Message
{
    public static string Of(string message, params object?[] args) =>
        string.Format(CultureInfo.CurrentCulture, message, args.Select(Shown).ToArray());

    // What has a format, as numbers have, is no text from outside.
    private static object? Shown(object? arg) => arg is null or System.IFormattable ? arg : VisibleText.Quote(arg.ToString() ?? "");
}
