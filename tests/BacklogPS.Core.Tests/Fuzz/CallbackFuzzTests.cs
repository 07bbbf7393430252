using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.OAuth;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>What reaches the listener of a sign-in, and what a person pastes instead.</summary>
public class CallbackFuzzTests
{
    private const string State = "the-state-of-this-attempt-0123456789abcdefgh";
    private static readonly AuthorizationRequest Request = new(SpaceAddress.Parse("demo.backlog.com"), "client", 54321, State);

    private static readonly string[] Requests =
    [
        $"GET /callback?code=abc&state={State} HTTP/1.1\r\nHost: 127.0.0.1:54321\r\n\r\n", $"GET /callback?error=access_denied&state={State} HTTP/1.0\r\n\r\n",
        "GET /favicon.ico HTTP/1.1\r\n\r\n", "OPTIONS /callback HTTP/1.1\r\nOrigin: https://example.com\r\n\r\n", "\u0016\u0003\u0001\u0002", "POST /callback HTTP/1.1\r\n\r\n",
    ];

    private static readonly string[] Addresses =
    [
        $"http://127.0.0.1:54321/callback?code=abc&state={State}", $"\"http://127.0.0.1:54321/callback?error=access_denied&state={State}\"",
        $"http://localhost:54321/callback?code=abc&state={State}", $"code=abc&state={State}", "https://demo.backlog.com/dashboard",
    ];

    [Fact]
    public void A_request_is_read_and_only_the_right_state_counts() => Fuzzer.Run(
        hostile => (Text: hostile.Changed(Requests, "\r\n", " ", "HTTP/1.1", "state=", State, "code=", "&"), Chunk: 1 + hostile.Next(5000)),
        given =>
        {
            var request = CallbackRequest.ReadAsync(new Chunks(Encoding.UTF8.GetBytes(given.Text), given.Chunk), CancellationToken.None).GetAwaiter().GetResult();

            Check(request?.Query, request is null ? null : AuthorizationAnswer.Read(request.Query, Request));
        });

    [Fact]
    public void Any_code_arrives_as_it_was_issued() => Fuzzer.Run(
        // .NET Framework does not escape more than 65,519 characters.
        hostile => hostile.WholeText() is { Length: < 20_000 } code ? code : "",
        code =>
        {
            var sent = $"GET /callback?state={State}&code={Uri.EscapeDataString(code)} HTTP/1.1\r\n\r\n";
            var request = CallbackRequest.ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes(sent)), CancellationToken.None).GetAwaiter().GetResult();

            // Longer lines and codes are refused, as is an empty code.
            var isRefused = code.Length is 0 or > 2048 || sent.Length > 16 * 1024;
            Assert.Equal(isRefused ? null : code, request is null ? null : AuthorizationAnswer.Read(request.Query, Request)?.Code);
        });

    [Fact]
    public void A_pasted_address_is_read_or_asked_for_again() => Fuzzer.Run(
        hostile => hostile.Changed(Addresses, "state=", State, "code=", "&", "http://127.0.0.1:54321/callback"),
        line =>
        {
            try
            {
                Check(line, new PasteFlow(new Person(line)).RunAsync(Request, CancellationToken.None).GetAwaiter().GetResult());
            }
            catch (BacklogException error)
            {
                Assert.Equal(BacklogErrorKind.OAuthInteractionRequired, error.Kind);
            }
        });

    private static void Check(string? text, AuthorizationAnswer? answer)
    {
        if (answer is not null)
        {
            Assert.Contains(State, Uri.UnescapeDataString(text!.Replace('+', ' ')), StringComparison.Ordinal);
            Assert.True(answer.Code is null != answer.Error is null);
            Assert.True(answer.Error is null || answer.Error.All(c => c is > ' ' and < '\x7f'));
        }
    }

    /// <summary>A connection that delivers a few bytes at a time.</summary>
    private sealed class Chunks : MemoryStream
    {
        private readonly int most;

        public Chunks(byte[] bytes, int most)
            : base(bytes)
        {
            this.most = most;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, Math.Min(count, most)));
    }

    /// <summary>A person who types one line, and nothing when asked again.</summary>
    private sealed class Person : ISignInHost
    {
        private string? line;

        public Person(string line)
        {
            this.line = line;
        }

        public Task ShowAsync(string text) => Task.CompletedTask;

        public Task<string?> ReadLineAsync()
        {
            var typed = line;
            line = null;
            return Task.FromResult(typed);
        }
    }
}
