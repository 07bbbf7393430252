using System.Collections.Generic;
using BacklogPS.Credentials;
using Xunit;

namespace BacklogPS.Core.Tests.Credentials;

public class EnvironmentSettingsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \r\n", null)]
    [InlineData("value", "value")]
    [InlineData(" value\r\n", "value")]
    public void Values_are_trimmed_and_empty_ones_are_as_good_as_unset(string? value, string? read)
    {
        var settings = new EnvironmentSettings(_ => value);

        Assert.Equal(read, settings.Space);
        Assert.Equal(read, settings.ApiKey);
    }

    [Fact]
    public void Variables_are_read_at_each_use_by_their_documented_names()
    {
        var variables = new Dictionary<string, string?>();
        var settings = new EnvironmentSettings(name => variables.GetValueOrDefault(name));
        Assert.Null(settings.Space);

        variables["BL_SPACE"] = "mycompany";
        variables["BL_API_KEY"] = "key";

        Assert.Equal("mycompany", settings.Space);
        Assert.Equal("key", settings.ApiKey);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", true)]
    [InlineData(" \n", true)]
    [InlineData("key", false)]
    public void A_key_that_is_there_but_empty_is_told_from_none(string? value, bool isEmpty) =>
        Assert.Equal(isEmpty, new EnvironmentSettings(_ => value).ApiKeyIsEmpty);

    [Theory]
    [InlineData("$(BacklogApiKey)")]
    [InlineData("${{ secrets.X }}\n")]
    [InlineData("${X}")]
    [InlineData("$X")]
    [InlineData("{{X}}")]
    [InlineData("%KEY%")]
    public void The_place_of_a_value_is_none_and_is_not_repeated(string value)
    {
        var settings = new EnvironmentSettings(_ => value);

        var space = Assert.Throws<BacklogException>(() => settings.Space);
        var key = Assert.Throws<BacklogException>(() => settings.ApiKey);

        Assert.Equal(BacklogErrorKind.SpaceInvalid, space.Kind);
        Assert.Equal(BacklogErrorKind.ApiKeyInvalid, key.Kind);
        Assert.Contains("BL_API_KEY", key.FullMessage);
        Assert.DoesNotContain(value.Trim(), key.FullMessage);
    }

    [Theory]
    [InlineData("tools$company")]
    [InlineData("ab%cd")]
    [InlineData("https://tools.example.com/a(b)")]
    public void What_only_holds_such_characters_is_a_value(string value) => Assert.Equal(value, new EnvironmentSettings(_ => value).Space);
}
