using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.OAuth;
using BacklogPS.SpaceSimulator.OAuth;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Text from a server in errors, messages and progress: without control characters and truncated.</summary>
public class QuotedTextTests
{
    // Sets the window title, rings the bell, clears the screen (also with a C1 code), and changes the text direction.
    private const string Evil = "\u001b]0;OWNED\u0007\u001b[2J\u009b2J\u202e\u2028\u007f\r\nsecond line";

    private static readonly string EvilJson = Newtonsoft.Json.JsonConvert.ToString(Evil);

    public static TheoryData<string, string> Answers() => new()
    {
        { "400 Bad Request", "{\"errors\":[{\"message\":{1},\"code\":7,\"moreInfo\":{1}}]}" },
        { "401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"{0}\"", "" },
        { "302 Found\r\nLocation: https://example.com/{0}", "" },
        { "302 Found\r\nLocation: /{0}", "" },
        { "200 {0}", "{\"id\":1" },
        { "200 OK", "{\"id\":1,{1}:{{1}:}}" },
        { "200 OK", "{\"id\":1,{0}" },
        { "200 OK", "{0}" },
        { "200 OK\r\nContent-Type: image/{0}", "x" },
        { "2{0} OK", "{}" },
        { "200 OK\r\nX{0}", "{}" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Nothing_of_it_acts_on_a_terminal_or_fills_it(string head, string body)
    {
        foreach (var length in new[] { 1, 3_000_000 })
        {
            // A line break would end the header, so it is removed there.
            string Fill(string text, string evil) => text
                .Replace("{0}", evil + new string('x', length), StringComparison.Ordinal)
                .Replace("{1}", EvilJson.Insert(1, new string('x', length)), StringComparison.Ordinal);
            var answer = RawServer.Answer(
                Fill(head, Evil.Replace("\r\n", "", StringComparison.Ordinal)), "", Encoding.UTF8.GetBytes(Fill(body, Evil)));
            using var server = new RawServer(_ => answer);
            var caller = new TestCaller();
            var http = TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), caller);

            var error = await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());

            AssertShowable(Shown(error).Concat(caller.VerboseLines).Concat(caller.Warnings));
        }
    }

    [Fact]
    public async Task Neither_does_why_a_sign_in_was_refused()
    {
        using var server = new RawServer(_ => RawServer.Answer(
            "400 Bad Request",
            "Content-Type: application/json\r\n",
            $"{{\"error\":\"invalid_grant\",\"error_description\":{EvilJson.Insert(1, new string('x', 3000))}}}"));
        var client = new BacklogPS.OAuth.OAuthClient(OAuthSettings.DemoClientId, OAuthSettings.DemoClientSecret);

        var error = await Assert.ThrowsAsync<TokenRefusedException>(
            () => new TokenEndpoint(server.Address).RefreshAsync(client, "refresh", CancellationToken.None));

        AssertShowable(new[] { error.Message });
    }

    [Fact]
    public async Task Neither_does_a_name_in_a_display()
    {
        var name = Uri.EscapeDataString(Evil + new string('x', 3000));
        var body = new string('x', 300_000);
        using var server = new RawServer(_ => RawServer.Answer("200 OK", $"Content-Disposition: attachment; filename*=UTF-8''{name}\r\n", body));
        var caller = new TestCaller { ShowsProgress = true };
        var http = TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Header), caller);

        // Slow enough for the progress to be shown.
        await http.DownloadAsync(ApiPath.Of("space", "image"), 1, new SlowSink(), CancellationToken.None);

        Assert.NotEmpty(caller.Shown);
        AssertShowable(caller.Shown.SelectMany(p => new[] { p.Activity, p.Status }));
    }

    [Theory]
    [InlineData("設定を変更しました。", "設定を変更しました。")]
    [InlineData("a\tb\r\nc\u001b[2J", "a    b c␛[2J")]
    [InlineData("a\u0085b\u202ec\u2029d", "a\ufffdb\ufffdc d")]
    public void A_text_is_quoted_in_one_line(string text, string quoted) => Assert.Equal(quoted, VisibleText.Quote(text));

    [Fact]
    public void A_character_of_two_halves_is_not_cut_in_two()
    {
        var quoted = VisibleText.Quote(new string('x', VisibleText.Longest - 1) + "😀😀");

        Assert.Equal(new string('x', VisibleText.Longest - 1) + "...", quoted);
    }

    private static void AssertShowable(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Assert.NotEmpty(all);
        Assert.All(all, t =>
        {
            Assert.DoesNotContain(t, c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202e' or '\u2028');
            Assert.InRange(t.Length, 0, 20_000);
        });
    }

    private static IEnumerable<string> Shown(BacklogException error)
    {
        yield return error.FullMessage;
        Assert.DoesNotContain('\n', error.FullMessage);
        yield return error.Challenge ?? "";
        foreach (var one in error.Errors)
        {
            yield return one.ToString();
        }

        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            yield return e.Message;
        }
    }

    private sealed class SlowSink : IDownloadSink
    {
        public void Begin(DownloadHead head)
        {
        }

        public Task WriteAsync(byte[] buffer, int count, CancellationToken cancel) => Task.Delay(300, cancel);
    }
}
