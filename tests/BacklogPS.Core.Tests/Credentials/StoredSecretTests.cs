using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Credentials;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.Credentials;

public class StoredSecretTests
{
    private const string Key = "CanaryKey0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS";
    private static readonly SpaceAddress Space = SpaceAddress.Parse("mycompany.backlog.jp");

    /// <summary>Hosts and URLs that differ as little as possible.</summary>
    private static IEnumerable<string> LookAlikes =>
        new[]
        {
            "mycompany.backlog.com", "mycompany.backlog.jp", "mycompany.backlogtool.com", "my-company.backlog.com",
            "mycompany-backlog.com", "mycompany-backlog-com.example.com", "mycompany.backlog-com.example.com",
            "a.b.example.com", "a-b.example.com", "a.b-example.com", "a-b-example.com", "a_b.example.com", "a--b.example.com",
            "https://a.example.com/b", "https://a.example.com/B", "https://a.example.com/b/c", "https://a.example.com/b-c",
            "https://a.example.com/b_c", "https://a.example.com/b%20c", "https://a.example.com:8443", "https://a.example.com/8443",
            "https://a.example.com:8443/b", "a.example.com", "http://localhost", "https://localhost", "http://localhost:8080",
            "https://localhost:8080", "http://127.0.0.1", "https://127.0.0.1", "http://[::1]:8080", "https://[::1]:8080",
            "バックログ.example.jp", "xn--a.example.jp",
            "https://example.com/" + new string('a', 300) + "1", "https://example.com/" + new string('a', 300) + "2",
            LongHost + "/1", LongHost + "/2",
        };

    private static string LongHost => "https://" + string.Join(".", Enumerable.Repeat(new string('x', 60), 4));

    [Fact]
    public void Names_fit_the_strictest_vault()
    {
        foreach (var address in LookAlikes.Select(SpaceAddress.Parse))
        {
            Assert.Matches("^BacklogPS-[0-9A-Za-z-]+$", SecretNames.For(address));
            Assert.InRange(SecretNames.For(address).Length, 1, 127);
        }
    }

    [Fact]
    public void No_two_spaces_share_a_name_not_even_where_case_does_not_count()
    {
        var names = LookAlikes.Select(a => SecretNames.For(SpaceAddress.Parse(a))).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_name_at_Nulab_can_be_read_and_never_changes() =>
        Assert.Equal("BacklogPS-mycompany-backlog-jp", SecretNames.For(Space));

    [Fact]
    public void The_name_of_another_server_never_changes() =>
        Assert.Equal("BacklogPS-tools-example-com-backlog-55bc971c64a9", SecretNames.For(SpaceAddress.Parse("https://tools.example.com/backlog")));

    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("/Date(1)/")]
    public void A_key_that_looks_like_a_date_reads_back(string key) =>
        Assert.Equal((key, 5L), StoredSecret.ReadApiKey(StoredSecret.WriteApiKey(Space, key, 5), Space, "vault", "name"));

    [Fact]
    public void A_date_that_does_not_exist_is_text_like_any_other()
    {
        var secret = StoredSecret.WriteApiKey(Space, Key, 5).Replace("{", "{\"note\":\"/Date(9223372036854775807)/\",");

        Assert.Equal((Key, 5L), StoredSecret.ReadApiKey(secret, Space, "vault", "name"));
    }

    [Fact]
    public void A_record_is_small_and_reads_back()
    {
        foreach (var address in LookAlikes.Select(SpaceAddress.Parse))
        {
            var secret = StoredSecret.WriteApiKey(address, Key, 7);
            Assert.InRange(secret.Length, 1, 1200);
            Assert.DoesNotContain(secret, c => c is < ' ' or > '~');
            Assert.Equal((Key, 7), StoredSecret.ReadApiKey(secret, address, "v", "n"));
        }
    }

    [Theory]
    [InlineData(Key)]
    [InlineData(Key + "\n")]
    [InlineData("  " + Key + "\r\n")]
    public void A_bare_key_of_the_users_is_taken(string secret) =>
        Assert.Equal((Key, 0), StoredSecret.ReadApiKey(secret, Space, "v", "n"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("{", "expected format")]
    [InlineData("{}", "expected format")]
    [InlineData("{\"apiKey\":\"" + Key + "\"}", "expected format")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\"}", "expected format")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\",\"key\":\"\"}", "expected format")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\",\"key\":[\"" + Key + "\"]}", "expected format")]
    [InlineData("{\"v\":\"1\",\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\",\"key\":\"" + Key + "\"}", "expected format")]
    [InlineData("{\"v\":1,\"type\":\"oauth\",\"space\":\"mycompany.backlog.jp\",\"key\":\"" + Key + "\"}", "expected format")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\",\"key\":\"" + Key, "expected format")]
    [InlineData("{\"" + Key + "\" oops", "expected format")]
    [InlineData("{\"v\":2,\"type\":\"apiKey\",\"space\":\"mycompany.backlog.jp\",\"key\":\"" + Key + "\"}", "newer version")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"space\":\"other.backlog.jp\",\"key\":\"" + Key + "\"}", "other.backlog.jp")]
    [InlineData("{\"v\":1,\"type\":\"apiKey\",\"key\":\"" + Key + "\"}", "belongs to the space")]
    public void Anything_else_is_refused_without_repeating_it(string secret, string reason)
    {
        var refusal = Assert.Throws<BacklogException>(() => StoredSecret.ReadApiKey(secret, Space, "MyVault", "MySecret"));

        Assert.Equal(BacklogErrorKind.SecretInvalid, refusal.Kind);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'MySecret'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'MyVault'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("MySecret", refusal.Target);
        Assert.Contains("Connect-BacklogSpace -Space mycompany.backlog.jp", refusal.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refusal.ToString(), StringComparison.Ordinal);
    }
}
