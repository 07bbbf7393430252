using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using BacklogPS.Pipeline;
using BacklogPS.Sheets;

namespace BacklogPS.Commands;

/// <summary>A row of a sheet from a file or the pipeline: the non-blank cells by their headings.</summary>
internal sealed class ImportRow
{
    /// <param name="number">The row's number for results and errors.</param>
    /// <param name="headings">The headings of all its cells.</param>
    /// <param name="cells">All its cells.</param>
    public ImportRow(int number, IReadOnlyList<string> headings, IEnumerable<KeyValuePair<string, object?>> cells)
    {
        Number = number;
        Headings = headings;
        Cells = cells.Where(c => !IssueCells.IsBlank(c.Value)).Select(c => new KeyValuePair<string, object>(c.Key, c.Value!)).ToList();
    }

    public int Number { get; }

    /// <summary>The headings of all cells, including blank ones.</summary>
    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<KeyValuePair<string, object>> Cells { get; }

    /// <summary>Creates the same row with other cells.</summary>
    public ImportRow With(IEnumerable<KeyValuePair<string, object>> cells) =>
        new(Number, Headings, cells.Select(c => new KeyValuePair<string, object?>(c.Key, c.Value)));

    /// <summary>Creates a row from a pipeline object.</summary>
    /// <exception cref="BacklogException">The object is not a row but a text, a file or a Backlog object.</exception>
    public static ImportRow Of(PSObject given, int number)
    {
        if (given.BaseObject is IDictionary dictionary)
        {
            return new ImportRow(number, dictionary.Keys.Cast<object>().Select(k => k.ToString() ?? "").ToList(), dictionary.Keys.Cast<object>().Select(k => new KeyValuePair<string, object?>(k.ToString() ?? "", Wrapped.BareOrBag(dictionary[k]))));
        }

        if (given.BaseObject is string or ValueType or BacklogObject or System.IO.FileSystemInfo || given.TypeNames.Any(n => n.StartsWith("Deserialized.BacklogPS.", StringComparison.Ordinal)))
        {
            throw new BacklogException(BacklogErrorKind.InputObjectNotBound, Message.Of(CmdletMessages.ImportNoRow, given.TypeNames[0].Split('.').Last()))
            {
                NextStep = CmdletMessages.ImportNoRowNext,
                Target = given,
            };
        }

        var properties = given.Properties.Where(p => p.IsGettable).ToList();
        return new ImportRow(number, properties.Select(p => p.Name).ToList(), properties.Select(p => new KeyValuePair<string, object?>(p.Name, Wrapped.BareOrBag(p.Value))));
    }

    /// <summary>Reads the headings and the rows of a CSV file. The first non-blank row contains the headings.</summary>
    /// <exception cref="BacklogException">The file cannot be read, or is not a valid sheet.</exception>
    public static (IReadOnlyList<string> Headings, IReadOnlyList<ImportRow> Rows) OfFile(string path, Encoding? encoding, char? delimiter)
    {
        IReadOnlyList<string>? headings = null;
        IReadOnlyList<string> written = Array.Empty<string>();
        var rows = new List<ImportRow>();
        var number = 0;
        foreach (var record in CsvReader.Read(SheetText.Read(path, encoding), delimiter))
        {
            number++;
            if (record.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (headings is null)
            {
                // A column without a heading is named by its number. It matters only if one of its cells is not blank.
                written = record.Select(h => h.Trim()).Where(h => h.Length > 0).ToList();
                headings = record.Select((h, at) => h.Trim().Length > 0 ? h.Trim() : (at + 1).ToString(CultureInfo.InvariantCulture)).ToList();
                continue;
            }

            if (record.Skip(headings.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SheetRowTooLong, number, record.Count, headings.Count))
                {
                    NextStep = CmdletMessages.SheetRowTooLongNext,
                    Target = path,
                };
            }

            rows.Add(new ImportRow(number, headings, headings.Select((h, at) => new KeyValuePair<string, object?>(h, at < record.Count ? record[at] : null))));
        }

        return headings is not null ? (written, rows) : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SheetEmpty, path)) { Target = path };
    }
}
