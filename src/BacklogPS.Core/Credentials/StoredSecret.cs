using System;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Credentials;

/// <summary>
/// What lies in the vault for a space: one secret, a text of compact JSON with a version, small and plainly named so
/// that every kind of vault takes it.
/// </summary>
internal static class StoredSecret
{
    private const int Version = 1;

    /// <summary>
    /// The name of a space's secret: only letters, digits and hyphens, at most 127, which is what the strictest vault
    /// (Azure Key Vault) allows. For any host but Nulab's the readable part is not unique, so a hash follows it.
    /// </summary>
    public static string NameFor(SpaceAddress address)
    {
        var name = new StringBuilder("BacklogPS-");
        foreach (var c in address.Name.Replace("https://", "").Replace("http://", ""))
        {
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '-');
        }

        if (address.IsNulab)
        {
            return name.ToString();
        }

        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(address.Name));
        var suffix = "-" + BitConverter.ToString(hash, 0, 6).Replace("-", "").ToLowerInvariant();
        return name.ToString(0, Math.Min(name.Length, 127 - suffix.Length)) + suffix;
    }

    public static string WriteApiKey(SpaceAddress address, string key) =>
        new JObject(
            new JProperty("v", Version),
            new JProperty("type", "apiKey"),
            new JProperty("space", address.Name),
            new JProperty("key", key)).ToString(Formatting.None);

    /// <summary>Reads an API key: our own record, or a bare key that the user put into the vault.</summary>
    /// <exception cref="BacklogException">The secret is neither, or belongs to another space.</exception>
    public static string ReadApiKey(string secret, SpaceAddress address, string vault, string name)
    {
        secret = secret.Trim();
        if (!secret.StartsWith("{", StringComparison.Ordinal))
        {
            return secret.Length > 0 ? secret : throw Invalid(Messages.SecretReasonEmpty);
        }

        JObject record;
        try
        {
            record = JObject.Parse(secret);
        }
        catch (JsonException)
        {
            // The cause stays out of it: a parser's message can quote what it stumbled over.
            throw Invalid(Messages.SecretReasonNotOurs);
        }

        if (record["v"] is not JValue { Value: long version } || Text("type") != "apiKey" || Text("key") is not { Length: > 0 } key)
        {
            throw Invalid(Messages.SecretReasonNotOurs);
        }

        if (version > Version)
        {
            throw Invalid(Messages.SecretReasonNewer);
        }

        // A key is sent to the space it belongs to and to no other.
        return Text("space") == address.Name ? key : throw Invalid(Message.Of(Messages.SecretReasonOtherSpace, Text("space")));

        string? Text(string field) => (record[field] as JValue)?.Value as string;

        BacklogException Invalid(string reason) =>
            new(BacklogErrorKind.SecretInvalid, Message.Of(Messages.SecretInvalid, name, vault, reason))
            {
                NextStep = Message.Of(Messages.ReconnectNext, address.Name),
                Space = address.Name,
                Target = name,
            };
    }
}
