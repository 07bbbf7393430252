using System;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace BacklogPS.Completion;

/// <summary>The word at the cursor, and how to write a value in its place.</summary>
internal sealed class CompletionWord
{
    // The characters that PowerShell treats as quotes, including typographic ones.
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";
    private const string DoubleQuotes = "\"\u201c\u201d\u201e";

    // A value is left unquoted only if PowerShell cannot read it as anything else: an operator, a wildcard or a number
    // (in a list, 1.10 would become 1.1).
    private static readonly Regex Plain = new(@"^[\p{L}_][\p{L}\p{N}_.:/-]*$", RegexOptions.CultureInvariant);

    private readonly bool inDoubleQuotes;
    private readonly bool inQuotes;
    private readonly string text;

    /// <param name="typed">The word as typed, with its opening quote and possibly its closing quote.</param>
    public CompletionWord(string? typed)
    {
        typed ??= "";
        inDoubleQuotes = typed.Length > 0 && DoubleQuotes.IndexOf(typed[0]) >= 0;
        inQuotes = inDoubleQuotes || (typed.Length > 0 && SingleQuotes.IndexOf(typed[0]) >= 0);
        text = inQuotes ? Unquoted(typed) : typed;
    }

    /// <summary>Whether a suggestion starts with the word, by its value or another name.</summary>
    public bool Fits(Suggestion suggestion) => Begins(suggestion.Value) || suggestion.OtherNames.Any(Begins);

    /// <summary>The value as PowerShell code in the typed quotes, escaped so that it means exactly this value.</summary>
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

        // Inside quotes, a quote is doubled.
        return Regex.Replace(inner, $"([{quotes}])[{quotes}]", "$1");
    }

    private bool Begins(string? name) => name?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true;
}
