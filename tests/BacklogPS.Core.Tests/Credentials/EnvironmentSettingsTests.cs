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
}
