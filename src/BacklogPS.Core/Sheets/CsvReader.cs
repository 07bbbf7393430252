using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace BacklogPS.Sheets;

/// <summary>
/// Reads the records of a CSV file as spreadsheets write them: cells may be quoted, and may then contain line breaks,
/// delimiters and doubled quotes.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180</remarks>
internal static class CsvReader
{
    private static readonly char[] Delimiters = { ',', ';', '\t' };

    /// <summary>
    /// Returns all records, including empty ones, so that the n-th record is the n-th row in a spreadsheet. The hint
    /// <c>sep=;</c>, which Excel recognizes in the first row, counts as an empty record.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="delimiter">The delimiter between cells; null to detect it from the first line.</param>
    /// <exception cref="BacklogException">A quoted cell is not closed.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(string text, char? delimiter)
    {
        var at = 0;
        if (text.StartsWith("sep=", System.StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            delimiter ??= text[4];
            at = text[5] == '\r' && text.Length > 6 && text[6] == '\n' ? 7 : 6;
            yield return new[] { "" };
        }

        var parting = delimiter ?? DelimiterOf(text, at);
        for (var row = at == 0 ? 1 : 2; at < text.Length; row++)
        {
            yield return Record(text, ref at, parting, row);
        }
    }

    private static IReadOnlyList<string> Record(string text, ref int at, char delimiter, int row)
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(Cell(text, ref at, delimiter, row));
            if (at >= text.Length)
            {
                return cells;
            }

            if (text[at] == delimiter)
            {
                at++;
                continue;
            }

            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            return cells;
        }
    }

    private static string Cell(string text, ref int at, char delimiter, int row)
    {
        var cell = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; ; at++)
            {
                if (at >= text.Length)
                {
                    throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.SheetQuoteOpen, row))
                    {
                        NextStep = Messages.SheetQuoteOpenNext,
                    };
                }

                if (text[at] != '"')
                {
                    cell.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append(text[++at]);
                }
                else
                {
                    at++;
                    break;
                }
            }
        }

        // Keep text after the closing quote. A quote inside an unquoted cell is an ordinary character.
        for (; at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'); at++)
        {
            cell.Append(text[at]);
        }

        return cell.ToString();
    }

    // The most frequent delimiter in the first line. A heading may contain one of the others.
    private static char DelimiterOf(string text, int from)
    {
        var counts = new int[Delimiters.Length];
        var isQuoted = false;
        for (var at = from; at < text.Length && (isQuoted || text[at] is not ('\r' or '\n')); at++)
        {
            isQuoted ^= text[at] == '"';
            if (!isQuoted && System.Array.IndexOf(Delimiters, text[at]) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return Delimiters[System.Array.IndexOf(counts, counts.Max())];
    }
}
