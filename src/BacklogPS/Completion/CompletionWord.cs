using System;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace BacklogPS.Completion;

/// <summary>The word that Tab is pressed at, and how a value is written in its place.</summary>
internal sealed class CompletionWord
{
    // What PowerShell itself takes for a quote, the typographic ones included.
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";
    private const string DoubleQuotes = "\"\u201c\u201d\u201e";

    // Left without quotes only if it cannot be read as anything else: an operator, a wildcard or a number (1.10 in a list would
    // become 1.1).
    private static readonly Regex Plain = new(@"^[\p{L}_][\p{L}\p{N}_.:/-]*$", RegexOptions.CultureInvariant);

    private readonly bool inDoubleQuotes;
    private readonly bool inQuotes;
    private readonly string text;

    /// <param name="typed">The word as typed: with its opening quote, maybe with its closing one.</param>
    public CompletionWord(string? typed)
    {
        typed ??= "";
        inDoubleQuotes = typed.Length > 0 && DoubleQuotes.IndexOf(typed[0]) >= 0;
        inQuotes = inDoubleQuotes || (typed.Length > 0 && SingleQuotes.IndexOf(typed[0]) >= 0);
        text = inQuotes ? Unquoted(typed) : typed;
    }

    /// <summary>Whether a suggestion begins with the word, by its value or another name.</summary>
    public bool Fits(Suggestion suggestion) => Begins(suggestion.Value) || suggestion.OtherNames.Any(Begins);

    /// <summary>The value as PowerShell code that means exactly it, in the quotes that were typed.</summary>
    public string Write(string value) =>
        inDoubleQuotes ? '"' + Regex.Replace(value, "[`$\"\u201c\u201d\u201e]", "`$0") + '"'
        : inQuotes || !Plain.IsMatch(value) ? '\'' + CodeGeneration.EscapeSingleQuotedStringContent(value) + '\''
        : value;

    private static string Unquoted(string typed)
    {
        var quotes = SingleQuotes.IndexOf(typed[0]) >= 0 ? SingleQuotes : DoubleQuotes;
        var inner = typed.Substring(1);
        if (inner.Length > 0 && quotes.IndexOf(inner[inner.Length - 1]) >= 0)
        {
            inner = inner.Substring(0, inner.Length - 1);
        }

        // A quote within quotes is written twice.
        return Regex.Replace(inner, $"([{quotes}])[{quotes}]", "$1");
    }

    private bool Begins(string? name) => name?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true;
}
