using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>A server that repeats the key at every possible place in its response.</summary>
public class RedactionTests
{
    private static readonly string Escaped = Uri.EscapeDataString(TestSpace.Key);
    private static readonly string[] Forms = { TestSpace.Key, Escaped, Escaped.ToLowerInvariant() };

    public static TheoryData<string, string> Answers()
    {
        // {0} is replaced with the key in one of its forms.
        var answers = new (string Head, string Body)[]
        {
            ("400 Bad Request", "{\"errors\":[{\"message\":\"{0} is wrong\",\"code\":7,\"moreInfo\":\"{0}\"}]}"),
            ("401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"{0}\"", ""),
            ("401 Unauthorized\r\nWWW-Authenticate: {0}", "{\"errors\":[{\"message\":\"{0}\",\"code\":11}]}"),
            ("404 Not Found", "<html>/api/v2/users/myself?apiKey={0}</html>"),
            ("502 Bad Gateway", "GET /api/v2/users/myself?apiKey={0}"),
            ("302 Found\r\nLocation: https://example.com/{0}?apiKey={0}#{0}", ""),
            ("302 Found\r\nLocation: /sign-in/{0}?apiKey={0}", ""),
            ("302 Found\r\nLocation: https://user:{0}@example.com/", ""),
            ("200 {0}", "[{\"id\":\"{0}\"}]"),
            ("200 OK", "[\"{0}\"]"),
            ("200 OK", "{\"id\":1,\"{0}\":{\"{0}\":}}"),
            ("200 OK", "{\"nulabAccount\":{\"{0}\":[{\"{0}\""),
            ("200 OK", "{\"id\":1,{0}"),
            ("200 OK", "{0}"),
            ("200 OK", "[\"{0}\"]"),
            ("200 OK\r\nContent-Encoding: gzip", "{0}"),
            ("200 OK\r\nX{0}", "{}"),
            ("2{0} OK", "{}"),
            ("429 Too Many Requests\r\nRetry-After: {0}\r\nX-RateLimit-Reset: {0}", "{\"errors\":[{\"message\":\"{0}\",\"code\":13}]}"),
        };
        var data = new TheoryData<string, string>();
        foreach (var (head, body) in answers)
        {
            data.Add(head, body);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_error_and_no_line_holds_the_key(string head, string body)
    {
        foreach (var sent in new[] { ApiKeyForm.Header, ApiKeyForm.Query, ApiKeyForm.HeaderThenQuery })
        {
            foreach (var form in Forms)
            {
                using var server = new RawServer(_ =>
                {
                    var bytes = Encoding.UTF8.GetBytes(body.Replace("{0}", form, StringComparison.Ordinal));
                    return RawServer.Answer(head.Replace("{0}", form, StringComparison.Ordinal), "", bytes);
                });
                var caller = new TestCaller();
                var http = TestSpace.Open(server.Address, new ApiKeyCredential(TestSpace.Key, sent), caller);

                var error = await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());

                Assert.True(server.Requests.All(r => r.Contains(sent == ApiKeyForm.Query ? Escaped : TestSpace.Key, StringComparison.Ordinal) || r.Contains(Escaped, StringComparison.Ordinal)));
                var shown = Everything(error).Concat(caller.VerboseLines).Concat(caller.Warnings).ToList();
                Assert.True(shown.Count > 3);
                Assert.All(shown, AssertClean);
            }
        }
    }

    [Fact]
    public async Task Neither_does_what_an_answer_says_to_be()
    {
        // A content type can contain the key.
        const string key = "CanaryKey0123456789abcdefghijklmnopqrstuvwxyz";
        using var server = new RawServer(_ => RawServer.Answer("200 OK", $"Content-Type: image/{key}\r\n", "x"));
        var http = TestSpace.Open(server.Address, new ApiKeyCredential(key, ApiKeyForm.Header));

        var error = await Assert.ThrowsAsync<BacklogException>(() => http.SendRawAsync(ApiRequest.Get(ApiPath.Of("new")), CancellationToken.None));

        Assert.Contains("image/", error.Message, StringComparison.Ordinal);
        Assert.All(Everything(error), text => Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Neither_do_errors_of_the_way_there()
    {
        await using var space = await TestSpace.StartAsync(https: true);
        foreach (var address in new[] { space.Address, SpaceAddress.Parse("no-such-host.invalid"), SpaceAddress.Parse("http://127.0.0.1:1") })
        {
            var caller = new TestCaller();
            var http = TestSpace.Open(address, new ApiKeyCredential(TestSpace.Key, ApiKeyForm.Query), caller);

            var error = await Assert.ThrowsAsync<BacklogException>(() => http.MyselfAsync());

            Assert.All(Everything(error).Concat(caller.VerboseLines), AssertClean);
        }
    }

    private static void AssertClean(string text)
    {
        foreach (var form in Forms)
        {
            Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>All text in an exception and its properties, except in private fields.</summary>
    private static IEnumerable<string> Everything(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            yield return e.ToString();
            foreach (DictionaryEntry entry in e.Data)
            {
                yield return $"{entry.Key}={entry.Value}";
            }

            foreach (var property in e.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.GetIndexParameters().Length == 0))
            {
                var value = property.GetValue(e);
                yield return $"{property.Name}={value}";
                if (value is IEnumerable<BacklogError> entries)
                {
                    foreach (var entry in entries)
                    {
                        yield return $"{entry} {entry.Message} {entry.MoreInfo}";
                    }
                }
            }
        }
    }
}
