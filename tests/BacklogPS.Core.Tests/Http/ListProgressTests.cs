using System.Collections.Generic;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public class ListProgressTests
{
    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(true, 2, 1)]
    [InlineData(true, 5, 1)]
    [InlineData(false, 5, 0)]
    public async Task Asks_for_the_length_once_and_only_of_a_longer_list_that_somebody_watches(bool shown, int pages, int expected)
    {
        var asked = 0;
        var emitted = 0;
        using var progress = new ListProgress(new TestCaller { ShowsProgress = shown }, "reading", PageRange.All, () =>
        {
            asked++;
            return Task.FromResult(500L);
        });
        var take = progress.Before<int>(page =>
        {
            emitted += page.Count;
            return Task.CompletedTask;
        });

        for (var page = 0; page < pages; page++)
        {
            await take(new int[100]);
        }

        Assert.Equal(expected, asked);
        Assert.Equal(100 * pages, emitted);
    }

    [Fact]
    public async Task Goes_on_where_the_length_is_not_to_be_had()
    {
        var emitted = new List<int>();
        using var progress = new ListProgress(
            new TestCaller { ShowsProgress = true },
            "reading",
            PageRange.All,
            () => throw new BacklogException(BacklogErrorKind.RateLimited, "no"));
        var take = progress.Before<int>(page =>
        {
            emitted.AddRange(page);
            return Task.CompletedTask;
        });

        await take(new[] { 1 });
        await take(new[] { 2 });

        Assert.Equal(new[] { 1, 2 }, emitted);
    }
}
