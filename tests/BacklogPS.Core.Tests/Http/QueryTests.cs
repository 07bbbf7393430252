using BacklogPS.Http;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public class QueryTests
{
    [Fact]
    public void Parameters_keep_their_order_and_are_escaped() =>
        Assert.Equal(
            "?keyword=a%20b%26c%3Dd%2B%23%E8%A8%AD&projectId%5B%5D=1&projectId%5B%5D=2&archived=false&all=true&count=100",
            new Query().Add("keyword", "a b&c=d+#設").Add("projectId[]", 1L).Add("projectId[]", 2L)
                .Add("archived", false).Add("all", true).Add("count", 100L).ToString());

    [Fact]
    public void Half_of_a_surrogate_pair_is_sent_as_an_unknown_character() =>
        Assert.Equal("?keyword=a%EF%BF%BDb", new Query().Add("keyword", "a\uD800b").ToString());

    [Fact]
    public void What_is_null_is_not_sent()
    {
        Assert.Equal("", new Query().Add("a", (string?)null).Add("b", (bool?)null).Add("c", (long?)null).ToString());
        Assert.Equal("?b=", new Query().Add("a", (string?)null).Add("b", "").ToString());
    }
}
