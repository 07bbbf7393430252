using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("設計書 v1.0.txt", "設計書 v1.0.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"..\..\evil.exe", "evil.exe")]
    [InlineData("/absolute.txt", "absolute.txt")]
    [InlineData(@"C:\file.txt", "file.txt")]
    [InlineData("a:b.txt", "a_b.txt")]
    [InlineData("what?*<>|\".txt", "what______.txt")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.tar.gz", "_nul.tar.gz")]
    [InlineData("com1.txt", "_com1.txt")]
    [InlineData("COM\u00B9", "_COM\u00B9")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("name. . .", "name")]
    [InlineData("  spaced  ", "spaced")]
    [InlineData("line\r\nbreak\0.txt", "linebreak.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("../.ssh/.profile", "profile")]
    [InlineData(" . .hidden", "hidden")]
    [InlineData("\u200B.bashrc", "bashrc")]
    [InlineData(".NUL", "_NUL")]
    [InlineData(".\u3000name\u3000.", "name")]
    [InlineData("..", "fallback")]
    [InlineData("dir/", "fallback")]
    [InlineData("\u0007", "fallback")]
    [InlineData("", "fallback")]
    [InlineData(null, "fallback")]
    public void Keeps_what_every_system_takes(string? name, string expected) =>
        Assert.Equal(expected, SafeFileName.Of(name, "fallback"));

    [Fact]
    public void Shortens_a_name_that_is_too_long_and_keeps_its_extension()
    {
        var name = SafeFileName.Of(new string('長', 300) + ".xlsx", "fallback");

        Assert.EndsWith("長.xlsx", name, StringComparison.Ordinal);
        Assert.True(Path.DirectorySeparatorChar == '\\' ? name.Length <= 255 : Encoding.UTF8.GetByteCount(name) <= 255);
    }

    [Fact(Timeout = 60_000)]
    public async Task Shortens_a_name_of_a_million_characters_as_fast() =>
        Assert.Equal(new string('x', 251) + ".txt", await Task.Run(() => SafeFileName.Of(new string('x', 1_000_000) + ".txt", "fallback")));

    [Fact]
    public void Cuts_no_character_in_half()
    {
        var name = SafeFileName.Of(string.Concat(System.Linq.Enumerable.Repeat("😀", 200)), "fallback");

        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }

    [Theory]
    [InlineData("x", "_CON")]
    [InlineData("x.txt", "_CON.txt")]
    public void Is_not_reserved_after_shortening_either(string end, string expected) =>
        Assert.Equal(expected, SafeFileName.Of("CON" + new string(' ', 300) + end, "fallback"));

    [Fact]
    public void Has_no_half_of_a_surrogate_pair() => Assert.Equal("a\uFFFD.txt", SafeFileName.Of("a\uD800.txt", "fallback"));

    [Theory]
    [InlineData(100, 158)]
    [InlineData(3, 255)]
    [InlineData(240, 255)]
    public void On_Windows_folder_and_name_stay_within_259_where_the_folder_leaves_room(int folder, int expected)
    {
        var longest = SafeFileName.LongestIn(new string('d', folder), isWindows: true);

        Assert.Equal(expected, longest);
        Assert.Equal(longest, SafeFileName.Of(new string('x', 400) + ".xlsx", "fallback", longest).Length);
        Assert.Equal(255, SafeFileName.LongestIn(new string('d', folder), isWindows: false));
    }
}
