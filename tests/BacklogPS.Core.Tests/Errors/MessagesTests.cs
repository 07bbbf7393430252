using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BacklogPS.Core.Tests.Support;
using Xunit;

namespace BacklogPS.Core.Tests.Errors;

/// <summary>The texts for users in each language: those of Core, and those that only the module uses.</summary>
public sealed class MessagesTests
{
    private const string OfCore = "BacklogPS.Core/Messages", OfModule = "BacklogPS/CmdletMessages";

    [Theory]
    [InlineData(OfCore)]
    [InlineData(OfModule)]
    public void Japanese_has_every_message_and_no_other(string file)
    {
        Assert.Equal(In(file, "").Keys.Order(), In(file, ".ja").Keys.Order());
    }

    [Theory]
    [InlineData(OfCore)]
    [InlineData(OfModule)]
    public void Each_message_has_the_same_places_to_fill_in_both_languages(string file)
    {
        var japanese = In(file, ".ja");

        Assert.All(
            In(file, "").Where(m => japanese.ContainsKey(m.Key)),
            m => Assert.Equal(m.Key + Places(m.Value), m.Key + Places(japanese[m.Key])));
    }

    // The sample is a caller of Core and uses its messages.
    [Theory]
    [InlineData(OfCore, "src/BacklogPS.Core", "samples")]
    [InlineData(OfModule, "src/BacklogPS")]
    public void Each_message_is_used_by_the_project_that_has_it(string file, params string[] folders)
    {
        var name = Path.GetFileName(file);
        var used = folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(source => !Regex.IsMatch(source, @"[\\/](bin|obj)[\\/]"))
            .SelectMany(source => Regex.Matches(File.ReadAllText(source), $@"\b{name}\.(\w+)").Select(m => m.Groups[1].Value));

        Assert.Empty(In(file, "").Keys.Except(used));
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

    private static Dictionary<string, string> In(string file, string language) =>
        XDocument.Load(Path.Combine(SourceTree.Root, "src", file + language + ".resx")).Root!.Elements("data")
            .ToDictionary(e => (string)e.Attribute("name")!, e => (string)e.Element("value")!);
}
