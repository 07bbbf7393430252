using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Sockets;
using BacklogPS.Http;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData(1, 375, 625)]
    [InlineData(2, 750, 1250)]
    [InlineData(3, 1500, 2500)]
    public void The_pause_doubles_give_or_take_a_quarter(int tries, int least, int most) =>
        Assert.InRange(Pause(BacklogErrorKind.ConnectionFailed, "GET", tries)!.Value.TotalMilliseconds, least, most);

    [Theory]
    [InlineData(BacklogErrorKind.ConnectionFailed, 0, 4)]
    [InlineData(BacklogErrorKind.AnswerCutOff, 200, 4)]
    [InlineData(BacklogErrorKind.ServerFailed, 502, 4)]
    [InlineData(BacklogErrorKind.ServerFailed, 503, 4)]
    [InlineData(BacklogErrorKind.ServerFailed, 504, 4)]
    [InlineData(BacklogErrorKind.ServerFailed, 500, 1)]
    [InlineData(BacklogErrorKind.TimedOut, 0, 2)]
    [InlineData(BacklogErrorKind.NotFound, 404, 1)]
    [InlineData(BacklogErrorKind.AuthenticationFailed, 401, 1)]
    [InlineData(BacklogErrorKind.AnswerInvalid, 200, 1)]
    public void A_read_is_tried_so_often(BacklogErrorKind kind, int status, int expected)
    {
        var tries = 1;
        while (Pause(kind, "GET", tries, status) is not null)
        {
            tries++;
        }

        Assert.Equal(expected, tries);
    }

    [Theory]
    [InlineData("POST", false, false, false)]
    [InlineData("POST", false, true, true)]
    [InlineData("POST", true, false, true)]
    [InlineData("PATCH", true, false, true)]
    [InlineData("DELETE", false, false, false)]
    public void A_write_is_repeated_where_it_may_be_or_where_nobody_took_the_connection(string method, bool mayRepeat, bool refused, bool expected)
    {
        var error = new BacklogException(BacklogErrorKind.ConnectionFailed, "no", refused ? new SocketException((int)SocketError.ConnectionRefused) : null);
        var request = Request(method, mayRepeat);

        Assert.Equal(expected, RetryPolicy.PauseAfter(error, request, 1, First) is not null);

        // A write that is neither repeated nor known to have failed may have been carried out.
        Assert.Equal(!expected, RetryPolicy.MayBeDone(error, request));
    }

    [Theory]
    [InlineData(null, 61)]
    [InlineData(10, 11)]
    [InlineData(-5, 1)]
    [InlineData(3600, 301)]
    public void The_rate_limit_is_waited_for_a_second_longer_and_five_minutes_at_most(int? seconds, int expected) =>
        Assert.Equal(expected, RetryPolicy.RateLimitWait(seconds is { } s ? TimeSpan.FromSeconds(s) : null).TotalSeconds);

    [Theory]
    [InlineData(600, 599, 60, 0)]
    [InlineData(600, 31, 60, 0)]
    [InlineData(600, 30, 31, 1)]
    [InlineData(600, 0, 20, 21)]
    [InlineData(5, 2, 6, 2)]
    [InlineData(5, 3, 6, 0)]
    [InlineData(600, 0, 0, 0)]
    public void What_is_left_of_the_limit_is_spread_over_the_time(int limit, int remaining, int secondsLeft, int expected) =>
        Assert.Equal(expected, RetryPolicy.PaceOf(Limit(limit, remaining), TimeSpan.FromSeconds(secondsLeft)).TotalSeconds);

    [Fact]
    public void Without_a_limit_there_is_no_pause() => Assert.Equal(TimeSpan.Zero, RetryPolicy.PaceOf(null, TimeSpan.FromSeconds(10)));

    private static TimeSpan? Pause(BacklogErrorKind kind, string method, int tries, int status = 0) =>
        RetryPolicy.PauseAfter(new BacklogException(kind, "no") { StatusCode = status == 0 ? null : status }, Request(method, mayRepeat: false), tries, First);

    private static ApiRequest Request(string method, bool mayRepeat) =>
        new(new HttpMethod(method), ApiPath.Of("projects")) { MayRepeat = mayRepeat };

    private static RateLimit Limit(int limit, int remaining)
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-RateLimit-Reset", "1798761600");
        return RateLimit.Read(response.Headers)!;
    }
}
