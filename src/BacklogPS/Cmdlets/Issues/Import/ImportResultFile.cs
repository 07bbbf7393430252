using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BacklogPS.Sheets;

namespace BacklogPS.Commands;

/// <summary>
/// Writes the result of each row to a CSV file, flushed to the disk. The start of a row's line is written before the
/// row is sent, and the rest after the response, so that a line without its end means a row with an unknown result,
/// because the run was killed.
/// </summary>
internal sealed class ImportResultFile : IDisposable
{
    private const int BegunCells = 5;
    private static readonly string[] Headings = { "Row", "Summary", "Fingerprint", "After", "Started", "Action", "IssueKey", "Error" };
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly string path;
    private readonly Dictionary<int, Entry> entries = new();
    private FileStream? stream;
    private string open = "";

    private ImportResultFile(string path)
    {
        this.path = path;
    }

    /// <summary>The last entry of each row from earlier runs.</summary>
    public IReadOnlyDictionary<int, Entry> Entries => entries;

    /// <summary>Reads the file if it exists.</summary>
    /// <exception cref="BacklogException">The file cannot be read, or is not a result file.</exception>
    public static ImportResultFile Read(string path)
    {
        var file = new ImportResultFile(path);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return file;
        }

        var text = SheetText.Read(path, Encoding.UTF8);
        var end = text.LastIndexOf('\n') + 1;
        var records = CsvReader.Read(text.Substring(0, end), null).Where(r => r.Any(c => c.Length > 0)).ToList();
        if (records.Count == 0 || !Headings.SequenceEqual(records[0].Take(Headings.Length)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ImportNoResultFile, path)) { NextStep = CmdletMessages.ImportNoResultFileNext, Target = path };
        }

        foreach (var record in records.Skip(1))
        {
            file.Keep(record);
        }

        // The start of the line was on the disk before the row was sent, so if the start itself is cut off, the row was
        // not sent.
        if (Begun(text.Substring(end)) is { } begun)
        {
            file.open = begun;
            file.Keep(CsvReader.Read(begun, ',').First());
        }

        return file;
    }

    /// <summary>Opens the file exclusively for this run.</summary>
    public void Open()
    {
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (stream.Length == 0)
            {
                // The byte order mark tells Excel the encoding.
                stream.Write(new byte[] { 0xEF, 0xBB, 0xBF }, 0, 3);
                Append(string.Join(",", Headings) + "\r\n");
            }

            stream.SetLength(LastLineEnd() + Utf8.GetByteCount(open));
            stream.Seek(0, SeekOrigin.End);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Inaccessible(error);
        }
    }

    /// <summary>Records that a row is about to be sent.</summary>
    /// <param name="step">The row.</param>
    /// <param name="after">The id of the newest issue in the project so far. The issue of the row gets a higher one.</param>
    public void Begin(ImportStep step, long after)
    {
        var begin = string.Join(",", Number(step.Number), Quoted(step.Summary), step.Fingerprint, Number(after), DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) + ",";

        // A line that an earlier run left open is completed with the result that this run determines.
        if (open.Length > 0 && !begin.StartsWith(Number(step.Number) + ",", StringComparison.Ordinal))
        {
            Append(",,\r\n");
        }
        else if (open.Length > 0)
        {
            return;
        }

        open = begin;
        Append(begin);
    }

    /// <summary>Records the result of the row that was started.</summary>
    public void End(ImportResult result)
    {
        Append(string.Join(",", result.Action.ToString(), result.IssueKey ?? "", Quoted(result.Error ?? "")) + "\r\n");
        open = "";
    }

    /// <inheritdoc/>
    public void Dispose() => stream?.Dispose();

    private static string? Begun(string text)
    {
        var (commas, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            isQuoted ^= text[at] == '"';
            if (text[at] == ',' && !isQuoted && ++commas == BegunCells)
            {
                return text.Substring(0, at + 1);
            }
        }

        return null;
    }

    private static string Quoted(string text) => '"' + text.Replace("\"", "\"\"").Replace("\r", " ").Replace("\n", " ") + '"';

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Keep(IReadOnlyList<string> cells)
    {
        if (int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            string Cell(int at) => at < cells.Count ? cells[at] : "";
            entries[row] = new Entry
            {
                Fingerprint = Cell(2),
                After = long.TryParse(Cell(3), NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0,
                Started = DateTime.TryParse(Cell(4), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var started) ? started : DateTime.MinValue,
                Action = Enum.TryParse<ImportAction>(Cell(5), out var action) ? action : null,
                IssueKey = Cell(6).Length > 0 ? Cell(6) : null,
            };
        }
    }

    private long LastLineEnd()
    {
        for (var at = stream!.Length; at > 0; at--)
        {
            stream.Seek(at - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
            {
                return at;
            }
        }

        return 0;
    }

    private void Append(string text)
    {
        try
        {
            var bytes = Utf8.GetBytes(text);
            stream!.Write(bytes, 0, bytes.Length);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException error)
        {
            throw Inaccessible(error);
        }
    }

    private BacklogException Inaccessible(Exception error) =>
        new(BacklogErrorKind.FileInaccessible, Message.Of(CmdletMessages.ImportResultFailed, path, error.Message), error) { Target = path };

    /// <summary>The entry of a row from earlier runs.</summary>
    internal sealed class Entry
    {
        public string Fingerprint { get; init; } = "";

        /// <summary>The id of the newest issue in the project before the row was sent.</summary>
        public long After { get; init; }

        public DateTime Started { get; init; }

        /// <summary>The result of the row; null if it is not known.</summary>
        public ImportAction? Action { get; init; }

        public string? IssueKey { get; init; }

        public bool IsDone => Action is ImportAction.Created or ImportAction.Updated or ImportAction.Unchanged or ImportAction.AlreadyDone;

        public bool IsOpen => Action is null or ImportAction.Undecided;
    }
}
