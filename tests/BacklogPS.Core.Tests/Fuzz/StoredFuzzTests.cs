using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.OAuth;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>What is stored: the registry of spaces, and the secrets in vaults.</summary>
public class StoredFuzzTests
{
    private static readonly SpaceAddress Space = SpaceAddress.Parse("mycompany.backlog.jp");
    private static readonly string[] Addresses = ["mycompany.backlog.jp", "https://tools.example.com/backlog", "http://[::1]:8080", "http://localhost", "バックログ.example.jp"];

    private static readonly string[] Registries =
    [
        RegistryFormat.Write(new RegistrySnapshot(Addresses.Select((a, i) => SomeSpaces.Stored(a, i)).ToList(), SpaceAddress.Parse(Addresses[1]))),
        """{"version":1,"current":null,"spaces":[]}""", """{"version":2,"spaces":{}}""",
    ];

    private static readonly string[] Secrets =
    [
        StoredSecret.WriteApiKey(Space, "CanaryKey0123456789abcdefghijklmnopqrstuvwxyz", 5), StoredSecret.WriteOAuth(Space, Grant(["a", "b", "c", "d"], 3600, 1893456000, 7)), "BareKey0123456789",
    ];

    [Fact]
    public void A_registry_is_read_or_called_damaged() => Fuzzer.Run(
        hostile => hostile.OneIn(4) ? hostile.Json() : hostile.Changed(Registries, "\"", ":", ",", "{", "}", "[", "]", "null", "9", "version", "url"),
        text =>
        {
            try
            {
                var read = RegistryFormat.Read(text, "spaces.json");
                _ = RegistryFormat.Write(read);
            }
            catch (BacklogException error)
            {
                Assert.True(error.Kind is BacklogErrorKind.RegistryDamaged or BacklogErrorKind.RegistryNewer);
            }
        });

    [Fact]
    public void A_registry_file_of_any_bytes_is_read_or_called_damaged()
    {
        using var folder = new TemporaryFolder();
        folder.WriteRegistry("");
        Fuzzer.Run(
            hostile => hostile.Changed(Registries.Select(Encoding.UTF8.GetBytes).ToArray()),
            bytes =>
            {
                File.WriteAllBytes(folder.Registry, bytes);
                try
                {
                    _ = new SpaceRegistry(folder.Path).Read();
                }
                catch (BacklogException error)
                {
                    Assert.True(error.Kind is BacklogErrorKind.RegistryDamaged or BacklogErrorKind.RegistryNewer);
                }
            },
            oneOf: 10);
    }

    [Fact]
    public void A_registry_reads_back() => Fuzzer.Run(
        hostile => new RegistrySnapshot(
            Addresses.Where(_ => hostile.OneIn(2)).Select(a => AnySpace(hostile, SpaceAddress.Parse(a))).ToList(), SpaceAddress.Parse(hostile.Any(Addresses))),
        given =>
        {
            var read = RegistryFormat.Read(RegistryFormat.Write(given), "spaces.json");

            Assert.Equal(given.Spaces, read.Spaces);
            Assert.Equal(given.Current, read.Current);
        });

    [Fact]
    public void A_secret_is_read_or_called_invalid() => Fuzzer.Run(
        hostile => hostile.OneIn(4) ? hostile.Json() : hostile.Changed(Secrets, "\"", ":", ",", "{", "}", "null", "9", "\"v\":", "\"generation\":", "\"expiresAt\":", "/Date(1)/"),
        secret =>
        {
            Refusable(() => StoredSecret.ReadApiKey(secret, Space, "vault", "name"));
            Refusable(() => StoredSecret.ReadOAuth(secret, Space, "vault", "name", TimeSource.System));
        });

    [Fact]
    public void A_stored_key_reads_back() => Fuzzer.Run(
        hostile => (Key: hostile.OneIn(3) ? hostile.Any(["2026-01-01T00:00:00Z", "/Date(1)/", "{", "null", "\"", "1e5"]) : hostile.Visible(200), Generation: hostile.Next(int.MaxValue)),
        given => Assert.Equal(
            (given.Key, (long)given.Generation), StoredSecret.ReadApiKey(StoredSecret.WriteApiKey(Space, given.Key, given.Generation), Space, "vault", "name")));

    [Fact]
    public void Stored_tokens_read_back() => Fuzzer.Run(
        hostile => (
            Texts: Enumerable.Range(0, 4).Select(_ => hostile.OneIn(4) ? hostile.Any(["2026-01-01T00:00:00Z", "/Date(1)/", "2026-01-01"]) : hostile.Visible(300)).ToArray(),
            Lifetime: 1 + hostile.Next(int.MaxValue),
            ExpiresAt: 1 + hostile.Next(int.MaxValue),
            Generation: 1 + hostile.Next(int.MaxValue)),
        given =>
        {
            var read = StoredSecret.ReadOAuth(
                StoredSecret.WriteOAuth(Space, Grant(given.Texts, given.Lifetime, given.ExpiresAt, given.Generation)), Space, "vault", "name", TimeSource.System);

            Assert.Equal(given.Texts, new[] { read.Client.Id, read.Client.Secret, read.AccessToken, read.RefreshToken });
            Assert.Equal(
                (given.Lifetime, (long)given.ExpiresAt, (long)given.Generation), ((int)read.Lifetime.TotalSeconds, read.ExpiresAt.ToUnixTimeSeconds(), read.Generation));
        });

    private static OAuthGrant Grant(IReadOnlyList<string> texts, int lifetime, int expiresAt, long generation) => OAuthGrant.Stored(
        new OAuthClient(texts[0], texts[1]),
        texts[2],
        texts[3],
        TimeSpan.FromSeconds(lifetime),
        DateTimeOffset.FromUnixTimeSeconds(expiresAt),
        generation,
        TimeSource.System);

    private static KnownSpace AnySpace(Hostile hostile, SpaceAddress address) => new(address, hostile.OneIn(2) ? AuthMethod.OAuth : AuthMethod.ApiKey)
    {
        Vault = "v" + hostile.Text(),
        SecretName = "s" + hostile.Text(),
        SecretIsUsers = hostile.OneIn(2),
        KeyForm = hostile.OneIn(2) ? ApiKeyForm.Query : ApiKeyForm.Header,
        IsReadOnly = hostile.OneIn(2),
        ClientId = hostile.OneIn(2) ? null : hostile.Text(),
        UserName = hostile.OneIn(2) ? null : hostile.Text(),
        UserId = hostile.OneIn(2) ? null : hostile.Text(),
        ConnectedAt = new DateTimeOffset(DateTime.MinValue.AddDays(1 + hostile.Next(3_000_000)).AddTicks(hostile.Next(int.MaxValue)), TimeSpan.FromMinutes(hostile.Next(1680) - 840)),
        Stamp = hostile.Text(),
        SecretGeneration = hostile.Next(int.MaxValue),
    };

    private static void Refusable(Action read)
    {
        try
        {
            read();
        }
        catch (BacklogException error)
        {
            Assert.True(error.Kind is BacklogErrorKind.SecretInvalid or BacklogErrorKind.OAuthClientInvalid, error.Message);
        }
    }
}
