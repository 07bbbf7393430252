using System.Net.Http;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public class RateLimitTests
{
    [Theory]
    [InlineData("600", "599", 599)]
    [InlineData("600", "4294967296", null)]
    [InlineData("4294967296", "1", null)]
    [InlineData("600", "9223372036854775808", null)]
    [InlineData("600", "many", null)]
    public void A_number_is_read_as_it_was_sent_or_not_at_all(string limit, string remaining, int? expected)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", limit);
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", remaining);
        response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", "1893456000");

        Assert.Equal(expected, RateLimit.Read(response.Headers)?.Remaining);
    }
}
