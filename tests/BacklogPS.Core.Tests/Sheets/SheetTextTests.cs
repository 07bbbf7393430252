using System.IO;
using System.Text;
using BacklogPS.Sheets;
using Xunit;

namespace BacklogPS.Core.Tests.Sheets;

/// <summary>Detecting the encoding of a file.</summary>
public class SheetTextTests
{
    private const string Japanese = "件名,詳細\r\nログインできない,①～Ⅱ 髙﨑\r\n";

    [Theory]
    [InlineData(65001, false)]
    [InlineData(65001, true)]
    [InlineData(1200, true)]
    [InlineData(1200, false)]
    [InlineData(1201, true)]
    [InlineData(1201, false)]
    [InlineData(932, false)]
    public void Is_told_from_what_is_in_it(int codePage, bool mark)
    {
        var encoding = SheetText.OfCodePage(codePage)!;
        Assert.Equal(Japanese, Read(mark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(Japanese)] : encoding.GetBytes(Japanese), null));
    }

    [Theory]
    [InlineData("Größe, Müller, créé\r\n", 1252)]
    [InlineData("Описание\r\n", 1251)]
    public void Is_not_guessed(string text, int codePage)
    {
        var encoding = SheetText.OfCodePage(codePage)!;

        Assert.Throws<BacklogException>(() => Read(encoding.GetBytes(text), null));
        Assert.Equal(text, Read(encoding.GetBytes(text), encoding));
    }

    [Fact]
    public void Plain_text_needs_none() => Assert.Equal("a,b", Read(Encoding.ASCII.GetBytes("a,b"), null));

    private static string Read(byte[] bytes, Encoding? encoding)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return SheetText.Read(path, encoding);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
