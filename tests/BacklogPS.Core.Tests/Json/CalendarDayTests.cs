using System;
using BacklogPS.Json;
using Xunit;

namespace BacklogPS.Core.Tests.Json;

public class CalendarDayTests
{
    [Theory]
    [InlineData("2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T23:59:59+14:00")]
    [InlineData("2026-03-01")]
    public void Takes_the_day_as_it_is_written(string text)
    {
        var day = CalendarDay.Read(text);

        Assert.Equal(new DateTime(2026, 3, 1), day);
        Assert.Equal(DateTimeKind.Unspecified, day!.Value.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-3-1")]
    [InlineData("2026-02-30T00:00:00Z")]
    public void Takes_nothing_else_for_a_day(string? text) => Assert.Null(CalendarDay.Read(text));

    [Fact]
    public void Writes_the_day_whatever_time_comes_with_it() =>
        Assert.Equal("2026-03-01", CalendarDay.Write(new DateTime(2026, 3, 1, 23, 59, 59, DateTimeKind.Local)));
}
