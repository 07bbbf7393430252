using System;
using System.Linq;
using BacklogPS.Http;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>Addresses of spaces, and the URLs that are built below them.</summary>
public class AddressFuzzTests
{
    private static readonly string[] Addresses =
    [
        "mycompany.backlog.com", "mycompany.backlog.jp", "https://mycompany.backlogtool.com/", "https://tools.example.com/backlog", "https://tools.example.com:8443/a/b",
        "http://localhost:8080", "http://127.0.0.1:8080/backlog", "http://[::1]:8080", "バックログ.example.jp", "xn--a.example.jp", "https://mycompany.backlog.com/view/APP-1",
        "https://a.example.com/b%20c", "192.168.1.1", "https://user:pw@example.com", "mycompany",
    ];

    private static readonly SpaceAddress[] Spaces =
        new[] { "mycompany.backlog.com", "https://tools.example.com/backlog", "http://[::1]:8080/a%20b" }.Select(SpaceAddress.Parse).ToArray();

    private static readonly bool IsMono = Type.GetType("Mono.Runtime") is not null;

    private static readonly string[] Paths =
    [
        "issues/APP-1", "/api/v2/projects/APP", "projects/APP/files/metadata/docs/", "wikis", "issues/APP-1%2F..", "https://evil.example.com/x", "//evil.example.com",
        "projects/%2e%2e/users",
    ];

    [Fact]
    public void An_address_is_read_or_refused_and_its_name_reads_back() => Fuzzer.Run(
        hostile => hostile.OneIn(4) ? hostile.Text(Addresses) : hostile.Changed(Addresses, ".", "/", ":", "https://", "backlog.com"),
        text =>
        {
            if (IsMono && text.IndexOf("xn--", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                // Mono, which is only a stand-in for .NET Framework, fails on some such hosts itself.
                return;
            }

            SpaceAddress address;
            try
            {
                _ = SpaceAddress.IsKey(text);
                address = SpaceAddress.Parse(text);
            }
            catch (BacklogException error)
            {
                Assert.Equal(BacklogErrorKind.SpaceInvalid, error.Kind);
                return;
            }

            Assert.Equal(address, SpaceAddress.Parse(address.Name));
            Assert.Equal(address, SpaceAddress.Parse(address.BaseUri.AbsoluteUri));
            Assert.Equal(address.BaseUri, SpaceAddress.Parse(address.Name).BaseUri);
            Assert.True(address.BaseUri.Scheme == "https" || address.BaseUri.IsLoopback, address.Name);
            Assert.EndsWith("/", address.BaseUri.AbsoluteUri, StringComparison.Ordinal);
            Assert.Equal("", address.BaseUri.UserInfo + address.BaseUri.Query + address.BaseUri.Fragment);
            Assert.Matches("^BacklogPS-[0-9A-Za-z-]+$", SecretNames.For(address, AuthMethod.OAuth));
            Assert.InRange(SecretNames.For(address, AuthMethod.OAuth).Length, 1, 123);
        });

    [Fact]
    public void A_space_key_becomes_an_address_at_Nulab_or_is_refused() => Fuzzer.Run(
        hostile => hostile.Text("mycompany", "a", "-", "_"),
        key =>
        {
            try
            {
                Assert.True(SpaceAddress.FromKey(key).IsNulab);
            }
            catch (BacklogException error)
            {
                Assert.Equal(BacklogErrorKind.SpaceInvalid, error.Kind);
            }
        });

    [Fact]
    public void Any_key_stays_one_segment_below_the_API() => Fuzzer.Run(
        hostile => (Space: hostile.Any(Spaces), Key: hostile.Text("APP", "APP-1")),
        given =>
        {
            if (Sent(given.Space, () => ApiPath.Of("projects", given.Key)) is { } sent)
            {
                var root = given.Space.BaseUri.AbsoluteUri + "api/v2/projects/";
                Assert.StartsWith(root, sent.Url, StringComparison.Ordinal);
                Assert.DoesNotMatch("[/?#]", sent.Url.Substring(root.Length));
                Assert.Equal("projects/" + given.Key, Uri.UnescapeDataString(sent.Path));
            }
        });

    [Fact]
    public void Any_path_stays_below_the_API_or_is_refused() => Fuzzer.Run(
        hostile => (Space: hostile.Any(Spaces), Path: hostile.Changed(Paths, "/", "..", "%2e", "%2F", "%5C", "api/v2/")),
        given =>
        {
            if (Sent(given.Space, () => ApiPath.Parse(given.Path)) is { } sent)
            {
                var root = given.Space.BaseUri.AbsoluteUri + ApiPath.Root;
                Assert.StartsWith(root, sent.Url, StringComparison.Ordinal);
                Assert.DoesNotMatch("[?#]", sent.Url);
                Assert.Equal(sent.Path.Count(c => c == '/'), sent.Url.Substring(root.Length).Count(c => c == '/'));
            }
        });

    [Fact]
    public void Any_parameter_reads_back_from_the_query() => Fuzzer.Run(
        hostile => (Name: "n" + hostile.WholeText("[]"), Value: hostile.WholeText()),
        given =>
        {
            var text = new Query().Add(given.Name, given.Value).ToString();
            var pair = Assert.Single(new Query().AddText(text.Substring(1)).Pairs);

            Assert.Equal((given.Name, given.Value), (pair.Key, pair.Value));
            Assert.DoesNotMatch("[?#/]", text.Substring(1));
        });

    [Fact]
    public void An_unpaired_surrogate_does_not_stop_a_query() => Fuzzer.Run(
        hostile => hostile.Text("\uD800", "\uDC00"),
        value => Assert.StartsWith("?summary=", new Query().Add("summary", value).ToString(), StringComparison.Ordinal));

    /// <summary>The path and the URL of a request; null if it is refused.</summary>
    private static (string Path, string Url)? Sent(SpaceAddress space, Func<ApiPath> path)
    {
        try
        {
            var request = ApiRequest.Get(path());
            using var message = request.ToMessage(space);
            return (request.Path.ToString(), message.RequestUri!.AbsoluteUri);
        }
        catch (BacklogException error)
        {
            Assert.True(error.Kind is BacklogErrorKind.ArgumentInvalid or BacklogErrorKind.RequestRefused);
            return null;
        }
    }
}
