using System;
using System.IO;
using System.Linq;
using System.Text;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Sheets;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>CSV files.</summary>
public class SheetFuzzTests
{
    private static readonly string[] Sheets =
    [
        "Summary,IssueType,Priority\r\n\"Login, logout\",Bug,High\r\n", "sep=;\r\n件名;種別\r\n\"a\"\"b\";バグ\n", "a\tb\n1\t2", "\uFEFFKey,Subject\nAPP-1,\"line\nbreak\"\n", "\"",
    ];

    [Fact]
    public void A_text_is_read_or_refused() => Fuzzer.Run(
        hostile => (Text: hostile.Changed(Sheets, "\"", ",", ";", "\t", "\r\n", "\n", "sep="), Delimiter: hostile.OneIn(2) ? (char?)null : hostile.Any([',', ';', '\t', '|'])),
        given => Refusable(() => CsvReader.Read(given.Text, given.Delimiter).ToList()));

    [Fact]
    public void A_file_of_any_bytes_is_read_or_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "sheet.csv");
        var samples = Sheets.SelectMany(s => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, SheetText.OfCodePage(SheetText.ShiftJis)! }.Select(e => e.GetBytes(s))).ToArray();
        Fuzzer.Run(
            hostile => hostile.OneIn(4) ? hostile.Bytes(5000) : hostile.Changed(samples),
            bytes =>
            {
                File.WriteAllBytes(file, bytes);
                Refusable(() => CsvReader.Read(SheetText.Read(file, null), null).ToList());
            },
            oneOf: 10);
    }

    [Fact]
    public void Rows_read_back() => Fuzzer.Run(
        hostile => (
            Rows: Enumerable.Range(0, 1 + hostile.Next(5)).Select(_ => Enumerable.Range(0, 1 + hostile.Next(5)).Select(_ => hostile.Text("\"", ",", "\r\n", "sep=;")).ToArray()).ToArray(),
            Delimiter: hostile.Any([',', ';', '\t'])),
        given =>
        {
            var text = string.Concat(given.Rows.Select(r => string.Join(given.Delimiter.ToString(), r.Select(c => "\"" + c.Replace("\"", "\"\"") + "\"")) + "\r\n"));

            Assert.Equal(given.Rows, CsvReader.Read(text, given.Delimiter));
        });

    private static void Refusable(Action read)
    {
        try
        {
            read();
        }
        catch (BacklogException error)
        {
            Assert.Equal(BacklogErrorKind.ArgumentInvalid, error.Kind);
        }
    }
}
