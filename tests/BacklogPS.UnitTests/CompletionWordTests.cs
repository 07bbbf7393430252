using System.Linq;
using System.Management.Automation.Language;
using BacklogPS.Completion;
using Xunit;

namespace BacklogPS.UnitTests;

public sealed class CompletionWordTests
{
    [Theory]
    [InlineData("", "Open", "Open")]
    [InlineData("", "In Progress", "'In Progress'")]
    [InlineData("", "It's", "'It''s'")]
    [InlineData("", "1.10", "'1.10'")]
    [InlineData("", "[draft]", "'[draft]'")]
    [InlineData("\"I", "In $Progress", "\"In `$Progress\"")]
    [InlineData("'O", "Open", "'Open'")]
    [InlineData("", "保留", "保留")]
    public void A_value_is_written_in_the_quotes_that_were_typed_or_in_those_that_it_needs(string typed, string value, string expected) =>
        Assert.Equal(expected, new CompletionWord(typed).Write(value));

    [Theory]
    [InlineData("a b")]
    [InlineData("it's $(Remove-Item) `n \"quoted\"")]
    [InlineData("\u2018typographic\u2019 \u201cquotes\u201d")]
    [InlineData("-Force")]
    [InlineData("@{}")]
    public void What_is_written_means_exactly_the_value(string value)
    {
        foreach (var typed in new[] { "", "'", "\"" })
        {
            var code = new CompletionWord(typed).Write(value);

            var parsed = Parser.ParseInput("x " + code, out _, out var errors);

            Assert.Empty(errors);
            var word = Assert.IsAssignableFrom<StringConstantExpressionAst>(parsed.FindAll(a => a is StringConstantExpressionAst, true).Last());
            Assert.Equal(value, word.Value);
        }
    }
}
