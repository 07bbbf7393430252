using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public sealed class LookupCacheTests
{
    private readonly LookupCache cache;
    private TimeSpan now = TimeSpan.FromHours(3);
    private int reads;

    public LookupCacheTests()
    {
        cache = new LookupCache(() => now);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(299, 1)]
    [InlineData(300, 2)]
    [InlineData(3600, 2)]
    public async Task A_list_is_read_again_after_five_minutes(int seconds, int expected)
    {
        await ReadAsync("statuses");
        now += TimeSpan.FromSeconds(seconds);
        await ReadAsync("statuses");

        Assert.Equal(expected, reads);
    }

    [Fact]
    public async Task Each_name_has_a_list_of_its_own()
    {
        var one = await ReadAsync("statuses");
        var other = await ReadAsync("users");

        Assert.NotSame(one, other);
        Assert.Same(one, cache.TryGet<List<int>>("statuses"));
        Assert.Null(cache.TryGet<List<int>>("teams"));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => cache.GetAsync<List<int>>("statuses", () => throw new InvalidOperationException()));

        Assert.NotNull(await ReadAsync("statuses"));
        Assert.Equal(1, reads);
    }

    private Task<List<int>> ReadAsync(string name) => cache.GetAsync(name, () =>
    {
        reads++;
        return Task.FromResult(new List<int> { reads });
    });
}
