using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BacklogPS.Core.Tests.Errors;

/// <summary>The texts for users in each language.</summary>
public sealed class MessagesTests
{
    [Fact]
    public void Japanese_has_every_message_and_no_other()
    {
        Assert.Equal(In(CultureInfo.InvariantCulture).Keys.Order(), In(new CultureInfo("ja")).Keys.Order());
    }

    [Fact]
    public void Each_message_has_the_same_places_to_fill_in_both_languages()
    {
        var japanese = In(new CultureInfo("ja"));

        Assert.All(
            In(CultureInfo.InvariantCulture).Where(m => japanese.ContainsKey(m.Key)),
            m => Assert.Equal(m.Key + Places(m.Value), m.Key + Places(japanese[m.Key])));
    }

    [Theory]
    [InlineData("It failed.", "It failed. Next.")]
    [InlineData("It failed", "It failed. Next.")]
    [InlineData("失敗しました。", "失敗しました。Next.")]
    public void The_next_step_follows_as_the_language_joins_sentences(string said, string expected) =>
        Assert.Equal(expected, new BacklogException(BacklogErrorKind.Conflict, said) { NextStep = "Next." }.FullMessage);

    [Fact]
    public void The_language_is_that_of_the_user_interface()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("ja-JP");
            Assert.Equal("接続済みのスペースがありません。", Messages.NoSpace);

            CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
            Assert.Equal("No space is connected.", Messages.NoSpace);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // Placeholders of format strings: {0}, {1:0.#}. Doubled braces are not placeholders.
    private static string Places(string text) => string.Join(
        ' ',
        Regex.Matches(text.Replace("{{", "").Replace("}}", ""), @"\{\d+[^}]*\}").Select(m => m.Value).Distinct().Order());

    private static Dictionary<string, string> In(CultureInfo culture) =>
        Messages.ResourceManager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
