using System.Linq;
using BacklogPS.Sheets;
using Xunit;

namespace BacklogPS.Core.Tests.Sheets;

/// <summary>CSV files as spreadsheets write them.</summary>
public class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a,b\rc,d\r", "a|b", "c|d")]
    [InlineData("a;b,c;d\n1;2;3", "a|b,c|d", "1|2|3")]
    [InlineData("a\tb\n1\t2", "a|b", "1|2")]
    [InlineData("\"a,\"\"b\"\"\",c\n\"x\r\ny\",z", "a,\"b\"|c", "x\r\ny|z")]
    [InlineData("a\n\nb\n", "a", "", "b")]
    [InlineData("a,b\n,\n", "a|b", "|")]
    [InlineData("a,5\" disk\n", "a|5\" disk")]
    [InlineData("\"a\"b,c\n", "ab|c")]
    [InlineData("sep=;\r\na,b;c\r\n", "", "a,b|c")]
    [InlineData("")]
    public void Records_are_those_that_a_spreadsheet_shows(string text, params string[] records) =>
        Assert.Equal(records, CsvReader.Read(text, null).Select(r => string.Join("|", r)));

    [Fact]
    public void What_is_said_to_part_the_cells_does() =>
        Assert.Equal(new[] { "a,b", "c" }, CsvReader.Read("a,b;c", ';').Single());

    [Fact]
    public void An_open_quote_names_its_row() =>
        Assert.Contains("2", Assert.Throws<BacklogException>(() => CsvReader.Read("a\n\"b\n\nc", null).ToList()).Message, System.StringComparison.Ordinal);
}
