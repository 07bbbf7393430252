using System;
using System.Globalization;
using System.Management.Automation;
using BacklogPS.Parameters;
using Xunit;

namespace BacklogPS.UnitTests;

public sealed class ArgumentReaderTests
{
    [Theory]
    [InlineData("2026-08-03", "en-US")]
    [InlineData("2026-08-03T23:59:59-12:00", "ja-JP")]
    [InlineData("2026/8/3", "ja-JP")]
    [InlineData("8/3/2026", "en-US")]
    [InlineData("3.8.2026", "de-DE")]
    [InlineData("2026-08-03", "th-TH")]
    [InlineData("２０２６-０８-０３", "ja-JP")]
    public void A_day_is_the_written_one_in_every_culture(string text, string culture) =>
        Assert.Equal(new DateTime(2026, 8, 3), ArgumentReader.Day(text, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_is_not_a_day_is_not_guessed(string text) => Assert.Null(ArgumentReader.Day(text, CultureInfo.InvariantCulture));

    [Fact]
    public void Moments_and_wrapped_days_are_days()
    {
        Assert.Equal(new DateTime(2026, 8, 3), ArgumentReader.Day(new PSObject(new DateTime(2026, 8, 3, 17, 0, 0)), CultureInfo.InvariantCulture));
        Assert.Equal(new DateTime(2026, 8, 3), ArgumentReader.Day(new DateOnly(2026, 8, 3), CultureInfo.InvariantCulture));
        Assert.Equal(new DateTime(2026, 8, 3), ArgumentReader.Day(new DateTimeOffset(2026, 8, 3, 0, 0, 0, TimeSpan.Zero), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.5", "en-US", "1.5")]
    [InlineData("1,5", "de-DE", "1.5")]
    [InlineData("1.5", "de-DE", "1.5")]
    [InlineData("１２", "ja-JP", "12")]
    [InlineData("-3", "en-US", "-3")]
    public void A_number_is_read_by_the_culture_or_as_PowerShell_writes_it(string text, string culture, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), ArgumentReader.Number(text, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData(true)]
    [InlineData('7')]
    [InlineData(DayOfWeek.Friday)]
    public void What_PowerShell_could_make_a_number_of_is_none(object value) => Assert.Null(ArgumentReader.Number(new PSObject(value), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1,500", "en-US")]
    [InlineData("1.500", "de-DE")]
    [InlineData("many", "en-US")]
    public void What_may_be_two_numbers_is_neither(string text, string culture) =>
        Assert.Null(ArgumentReader.Number(text, CultureInfo.GetCultureInfo(culture)));
}
