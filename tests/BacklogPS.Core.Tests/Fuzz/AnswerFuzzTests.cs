using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>Status, headers and error bodies of responses.</summary>
public class AnswerFuzzTests
{
    private static readonly SpaceAddress Space = SpaceAddress.Parse("mycompany.backlog.jp");
    private static readonly ApiKeyCredential Credential = new(TestSpace.Key, ApiKeyForm.Header);

    private static readonly string[] Names =
    [
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After", "Date", "Location", "WWW-Authenticate", "Content-Type", "Content-Length",
        "Content-Encoding", "Content-Disposition",
    ];

    private static readonly string[] Values =
    [
        "600", "0", "-1", "1893456000", "253402300799", "253402300800", "4294967296", "9223372036854775807", "120", "Wed, 21 Oct 2026 07:28:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "https://user:pw@other.example.com/login?token=x", "/relative?x", "javascript:alert(1)",
        "Bearer realm=\"Backlog\"", "Basic realm=\"x\", Negotiate", "application/json; charset=utf-8", "text/html", "gzip", "attachment; filename=\"a.txt\"",
        "attachment; filename*=UTF-8''%E8%A8%AD.txt", "attachment; filename*=x''%FF", "inline;;filename=", TestSpace.Key,
    ];

    private static readonly string[] Bodies =
    [
        """{"errors":[{"message":"No project.","code":6,"moreInfo":""}]}""", """{"errors":[{"message":"Authentication failure.","code":11,"moreInfo":null}]}""",
        """{"errors":[{"message":"a","code":10},{"message":"b","code":2147483648}]}""", """{"error":"invalid_grant","error_description":"x"}""",
        "<html><body>Sign in</body></html>", "", "[]", $$"""{"errors":[{"message":"{{TestSpace.Key}}","code":1,"moreInfo":"{{Uri.EscapeDataString(TestSpace.Key)}}"}]}""",
    ];

    [Fact]
    public void A_failed_response_becomes_an_error_without_secrets() => Fuzzer.Run(
        hostile => new Case(hostile),
        given =>
        {
            var answer = given.Answer();
            var error = AnswerErrors.Read(answer, Space, given.Request, Credential.Redact, "next");
            var unreadable = AnswerErrors.ReadUnreadable(answer, new IOException(given.Body), Space, given.Request, Credential.Redact);

            foreach (var text in new[] { error.FullMessage, unreadable.FullMessage, error.ToString(), unreadable.ToString() }.Concat(error.Errors.Select(e => e.ToString())))
            {
                Assert.DoesNotContain(TestSpace.Key, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Uri.EscapeDataString(TestSpace.Key), text, StringComparison.OrdinalIgnoreCase);
            }

            Assert.True(VisibleText.IsPlain(error.FullMessage));
            Assert.True(VisibleText.IsPlain(unreadable.FullMessage));
            Assert.DoesNotContain("://user:pw@", error.FullMessage, StringComparison.Ordinal);
            Assert.InRange(RetryPolicy.RateLimitWait(error.RetryAfter), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(301));
        });

    [Fact]
    public void The_rate_limit_is_read_as_it_was_sent_or_not_at_all() => Fuzzer.Run(
        hostile => new Case(hostile),
        given =>
        {
            var answer = given.Answer();

            Assert.InRange(RetryPolicy.PaceOf(answer.RateLimit, answer.UntilReset), TimeSpan.Zero, TimeSpan.FromSeconds(301));
            if (answer.RateLimit is { } limit)
            {
                Assert.Equal(
                    (Sent(given, "X-RateLimit-Limit"), Sent(given, "X-RateLimit-Remaining"), Sent(given, "X-RateLimit-Reset")),
                    (limit.Limit, limit.Remaining, limit.Reset.ToUnixTimeSeconds()));
            }
        });

    [Fact]
    public void The_name_of_a_file_is_read_or_missing() => Fuzzer.Run(
        hostile => new Case(hostile, "Content-Disposition"),
        given =>
        {
            using var response = given.Response();
            var head = DownloadHead.Of(response);

            Assert.NotEqual("", head.FileName);
            Assert.NotEmpty(head.Describe(1));
        });

    private static long Sent(Case given, string name) =>
        long.Parse(given.Headers.First(h => h.Name == name).Value, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private sealed class Case
    {
        public Case(Hostile hostile, params string[] names)
        {
            Status = hostile.OneIn(4) ? hostile.Next(1000) : hostile.Any([200, 301, 400, 401, 403, 404, 407, 413, 429, 500, 503]);

            // On the wire a value is one line, and .NET reads its bytes as Latin-1.
            Headers = Names.Where(n => hostile.OneIn(2) || names.Contains(n)).Select(n => (n, OneLine(hostile.OneIn(2) ? hostile.Any(Values) : hostile.Changed(Values)))).ToArray();
            Body = hostile.OneIn(3) ? hostile.Any(Bodies) : hostile.OneIn(2) ? hostile.Changed(Bodies) : hostile.Json();
            Request = hostile.Any(["GET issues/APP-1", "DELETE projects/APP", "POST issues", "GET ", "GET projects/%FF/git/repositories/a%2Fb/pullRequests/1"]);
        }

        public int Status { get; }

        public (string Name, string Value)[] Headers { get; }

        public string Body { get; }

        public string Request { get; }

        public HttpResponseMessage Response()
        {
            var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
            foreach (var (name, value) in Headers)
            {
                _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        }

        public Answer Answer()
        {
            using var response = Response();
            var body = new MemoryStream();
            body.Write(Encoding.UTF8.GetBytes(Body));
            return new Answer(response, body);
        }

        public override string ToString() => $"HTTP {Status}\n{string.Join("\n", Headers.Select(h => h.Name + ": " + h.Value))}\n\n{Body}";

        private static string OneLine(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.Replace("\r", "").Replace("\n", "").Replace("\0", "")));
    }
}
