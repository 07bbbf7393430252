using System.Linq;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public sealed class PageWindowTests
{
    [Theory]
    [InlineData(0, long.MaxValue, "1,2,3|4,5,6")]
    [InlineData(2, 2, "3|4")]
    [InlineData(4, 10, "|5,6")]
    [InlineData(0, 3, "1,2,3|")]
    [InlineData(0, 0, "|")]
    [InlineData(9, 1, "|")]
    public void The_wanted_part_is_cut_out_of_several_lists_as_if_they_were_one(long skip, long first, string expected)
    {
        var window = new PageWindow(new PageRange(skip, first));

        var parts = new[] { new[] { 1, 2, 3 }, [4, 5, 6] }.Select(list => string.Join(",", window.Of(list))).ToList();

        Assert.Equal(expected, string.Join("|", parts));
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(3, 5, 8)]
    [InlineData(3, 0, 0)]
    [InlineData(1, long.MaxValue, long.MaxValue)]
    public void What_is_left_to_read_counts_what_is_skipped(long skip, long first, long expected) =>
        Assert.Equal(expected, new PageWindow(new PageRange(skip, first)).Left);

    [Theory]
    [InlineData(1, 100, 1)]
    [InlineData(100, 100, 100)]
    [InlineData(long.MaxValue, 100, 100)]
    [InlineData(50, 20, 20)]
    public void A_page_is_no_larger_than_what_is_wanted_or_than_the_API_gives(long wanted, int largest, int expected) =>
        Assert.Equal(expected, PageRange.PageSize(wanted, largest));
}
