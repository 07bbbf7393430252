using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BacklogPS.Commands;
using BacklogPS.Core.Tests.Fuzz;
using BacklogPS.Parameters;
using Xunit;

namespace BacklogPS.UnitTests.Fuzz;

/// <summary>What people paste and what files hold: addresses of pages, dates, numbers, sheets to import.</summary>
public sealed class ReaderFuzzTests : IDisposable
{
    private static readonly string[] Pages =
    [
        "https://mycompany.backlog.com/view/APP-1#comment-5", "mycompany.backlog.jp/view/APP-1", "https://tools.example.com/backlog/view/APP-1?x=1", "APP-1", "ＡＰＰー１", "10001",
        "https://mycompany.backlog.com/projects/APP", "https://tools.example.com/backlog/projects/APP_1/", "a/view/b/projects/c",
    ];

    private static readonly string[] Arguments =
    [
        "2026-01-01", "2026-01-01T00:00:00Z", "1/2/2026", "R8.1.1", "令和8年1月1日", "10:00", "1,5", "1.500", "-1e5", "１２", "0x10", "1e400", "2026-02-30", "(1)", "€5",
    ];

    private static readonly string[] Cultures = ["en-US", "ja-JP", "de-DE", "tr-TR", "th-TH", "ar-SA", "fa-IR", ""];

    private static readonly string[] Sheets =
    [
        "Summary,IssueType,Priority,Assignee\r\n\"Login, logout\",Bug,High,tanaka\r\n", "件名;種別;期限日\r\n画面;バグ;2026-01-01\r\n", "Key,Subject,,Cost\nAPP-1,x,y,5\n",
    ];

    private static readonly string[] Results =
    [
        "Row,Summary,Fingerprint,After,Started,Action,IssueKey,Error\r\n2,\"a\",#1234,100,2026-01-01T00:00:00Z,Created,APP-1,\"\"\r\n3,\"b\",#5678,101,2026-01-01T00:00:01Z,",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("backlogps-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_address_of_a_page_is_read_or_refused() => Fuzzer.Run(
        hostile => hostile.Changed(Pages, "/view/", "/projects/", "/", ".", "-", "APP-1", "%2F", "https://"),
        text => Refusable(() =>
        {
            _ = IssueKeyText.Read(text);
            _ = IssueKeyText.IsIssue(text);
            Assert.Equal(ProjectPageText.IsPage(text), ProjectPageText.TryRead(text, out var space, out var key) && space is not null && key.Length > 0);
            Assert.Equal(IssueKeyText.IsPage(text), IssueKeyText.TryReadPage(text, out space, out key) && space is not null);
        }));

    [Fact]
    public void A_key_reads_back_from_the_address_of_its_page() => Fuzzer.Run(
        hostile => (Key: new string(Enumerable.Range(0, 1 + hostile.Next(10)).Select(_ => "ABCZ_09"[hostile.Next(7)]).ToArray()), Number: 1 + hostile.Next(int.MaxValue)),
        given =>
        {
            Assert.True(IssueKeyText.TryReadPage($"https://mycompany.backlog.com/view/{given.Key}-{given.Number}#x", out var space, out var key));
            Assert.Equal(("mycompany.backlog.com", $"{given.Key}-{given.Number}"), (space!.Name, key));
            Assert.True(ProjectPageText.TryRead($"https://mycompany.backlog.com/projects/{given.Key}", out _, out key));
            Assert.Equal(given.Key, key);
        });

    [Fact]
    public void A_date_or_a_number_is_read_or_not() => Fuzzer.Run(
        hostile => (Text: hostile.Changed(Arguments, "-", "/", ":", "T", "Z", ".", ",", "9"), Culture: hostile.Any(Cultures)),
        given =>
        {
            var culture = CultureInfo.GetCultureInfo(given.Culture);
            Assert.True(ArgumentReader.Day(given.Text, culture) is not { } day || day == day.Date);
            _ = ArgumentReader.Number(given.Text, culture);
        });

    [Fact]
    public void A_number_reads_back_in_every_culture() => Fuzzer.Run(
        hostile => (Number: decimal.Round((decimal)hostile.Next(int.MaxValue) / (1 + hostile.Next(10_000)), 2) * (hostile.OneIn(2) ? 1 : -1), Culture: hostile.Any(Cultures)),
        given =>
        {
            var culture = CultureInfo.GetCultureInfo(given.Culture);

            Assert.Equal(given.Number, ArgumentReader.Number(given.Number.ToString(culture), culture));
        });

    [Fact]
    public void A_sheet_to_import_is_read_or_refused()
    {
        var file = Path.Combine(folder, "sheet.csv");
        Fuzzer.Run(
            hostile => hostile.Changed(Sheets, "\"", ",", ";", "\r\n", "\n", "件名", "Summary"),
            text =>
            {
                File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
                Refusable(() =>
                {
                    var (headings, rows) = ImportRow.OfFile(file, null, null);
                    foreach (var heading in headings)
                    {
                        _ = ImportColumns.Parameter(heading, ImportColumns.IsExport(headings)) ?? ImportColumns.Nearest(heading, ["Cost"]);
                    }

                    Assert.All(rows, r => Assert.True(r.Number > 1 && r.Cells.All(c => c.Value is string { Length: > 0 })));
                });
            },
            oneOf: 10);
    }

    [Fact]
    public void A_result_file_is_read_or_refused()
    {
        var file = Path.Combine(folder, "results.csv");
        Fuzzer.Run(
            hostile => Encoding.UTF8.GetBytes(hostile.Changed(Results, "\"", ",", "\r\n", "\n", "sep=,", "9", "Created")),
            bytes =>
            {
                File.WriteAllBytes(file, bytes);
                Refusable(() =>
                {
                    using var results = ImportResultFile.Read(file);
                    results.Open();
                });
            },
            oneOf: 10);
    }

    private static void Refusable(Action read)
    {
        try
        {
            read();
        }
        catch (BacklogException error)
        {
            Assert.True(error.Kind is BacklogErrorKind.ArgumentInvalid or BacklogErrorKind.SpaceInvalid, error.Message);
        }
    }
}
