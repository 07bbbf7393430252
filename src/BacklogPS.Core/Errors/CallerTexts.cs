using System;

namespace BacklogPS;

/// <summary>Asks the program that uses Core for its texts.</summary>
internal static class CallerTexts
{
    /// <summary>Gives a text in the user's language. The program sets this; without it, errors have no such next step.</summary>
    public static Func<CallerText, string?> Source { get; set; } = _ => null;

    /// <summary>The program's text, or else Core's own, which names no command.</summary>
    public static string Or(this CallerText text, string own) => Source(text) ?? own;
}
