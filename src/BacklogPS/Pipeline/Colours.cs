using System;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace BacklogPS.Pipeline;

/// <summary>
/// Colours in the views. They are used where PowerShell itself uses colours: from version 7.2, which can measure
/// coloured text, unless colours are switched off or the output is redirected.
/// </summary>
internal static class Colours
{
    // $PSStyle, which older versions do not have.
    private static readonly object? Style = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")
        ?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);

    private static readonly PropertyInfo? Rendering = Style?.GetType().GetProperty("OutputRendering");

    private static bool AreOn => Rendering?.GetValue(Style)?.ToString() switch
    {
        null or "PlainText" => false,
        _ when !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) => false,
        "Ansi" => true,
        _ => !Console.IsOutputRedirected,
    };

    public static string Red(string text) => Written("31", text);

    /// <summary>
    /// The text in a colour given as <c>#rrggbb</c>, or plain if the colour would be unreadable on black or on white.
    /// </summary>
    public static string Of(string? colour, string text)
    {
        if (colour is not { Length: 7 } || !int.TryParse(colour.Substring(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return text;
        }

        var (red, green, blue) = (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
        var brightness = ((299 * red) + (587 * green) + (114 * blue)) / 1000;
        return brightness is < 70 or > 210 ? text : Written($"38;2;{red};{green};{blue}", text);
    }

    private static string Written(string code, string text) => text.Length > 0 && AreOn ? $"\x1b[{code}m{text}\x1b[0m" : text;
}
