using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
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
    [Fact]
    public void Each_message_of_Core_is_used_there() =>
        Assert.Empty(In(OfCore, "").Keys.Except(Used("Messages", "src/BacklogPS.Core", "samples")));

    [Fact]
    public void Each_message_of_the_module_is_used_there_or_asked_for_by_Core() =>
        Assert.Empty(In(OfModule, "").Keys.Except(Used("CmdletMessages", "src/BacklogPS")).Except(AskedFor));

    [Fact]
    public void The_module_has_each_text_that_Core_asks_for() =>
        Assert.Equal(Enum.GetNames<CallerText>().Order(), AskedFor.Intersect(In(OfModule, "").Keys).Order());

    // Core fills in what each of the two texts needs.
    [Fact]
    public void A_text_of_the_module_has_the_same_places_as_the_one_of_Core_that_it_replaces()
    {
        var own = In(OfCore, "");

        Assert.All(
            In(OfModule, "").Where(m => own.ContainsKey(m.Key)),
            m => Assert.Equal(m.Key + Places(own[m.Key]), m.Key + Places(m.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".ja")]
    public void Core_names_no_cmdlet_and_no_parameter_of_one(string language) =>
        Assert.DoesNotContain(In(OfCore, language), m => Regex.IsMatch(m.Value, @"PowerShell|\b(?!Content-Type)[A-Z][a-z]+-[A-Z][a-z]|(?<![A-Za-z])-[A-Z][a-z]"));

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

    private static IEnumerable<string> AskedFor => Used(nameof(CallerText), "src/BacklogPS.Core");

    /// <summary>The members of a class that the sources in these folders name.</summary>
    private static IEnumerable<string> Used(string name, params string[] folders) => folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(source => !Regex.IsMatch(source, @"[\\/](bin|obj)[\\/]"))
        .SelectMany(source => Regex.Matches(File.ReadAllText(source), $@"\b{name}\.(\w+)").Select(m => m.Groups[1].Value))
        .Distinct();

    private static Dictionary<string, string> In(string file, string language) => Texts.Read(file, language);
}
