using System;
using System.IO;
using BacklogPS.OAuth;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Credentials;

/// <summary>
/// The secret that the vault holds for a space: compact JSON with a version, small and with a plain name so that every
/// kind of vault accepts it.
/// </summary>
internal static class StoredSecret
{
    private const int Version = 1;
    private const string ApiKeyType = "apiKey";
    private const string OAuthType = "oauth";

    /// <param name="address">The space.</param>
    /// <param name="key">Its key.</param>
    /// <param name="generation">As <see cref="Spaces.KnownSpace.SecretGeneration"/>; 0 for none.</param>
    public static string WriteApiKey(SpaceAddress address, string key, long generation)
    {
        var record = new JObject(
            new JProperty("v", Version),
            new JProperty("type", ApiKeyType),
            new JProperty("space", address.Name),
            new JProperty("key", key));
        if (generation > 0)
        {
            record.Add("generation", generation);
        }

        return record.ToString(Formatting.None);
    }

    public static string WriteOAuth(SpaceAddress address, OAuthGrant grant) =>
        new JObject(
            new JProperty("v", Version),
            new JProperty("type", OAuthType),
            new JProperty("space", address.Name),
            new JProperty("clientId", grant.Client.Id),
            new JProperty("clientSecret", grant.Client.Secret),
            new JProperty("accessToken", grant.AccessToken),
            new JProperty("refreshToken", grant.RefreshToken),
            new JProperty("lifetime", (long)grant.Lifetime.TotalSeconds),
            new JProperty("expiresAt", grant.ExpiresAt.ToUnixTimeSeconds()),
            new JProperty("generation", grant.Generation)).ToString(Formatting.None);

    /// <summary>
    /// Reads an API key: either our own record, or a bare key without a generation that the user put into the vault.
    /// </summary>
    /// <exception cref="BacklogException">The secret is neither, or belongs to another space.</exception>
    public static (string Key, long Generation) ReadApiKey(string secret, SpaceAddress address, string vault, string name)
    {
        secret = secret.Trim();
        var place = new Place(address, vault, name, Messages.SecretInvalid, CallerText.ReconnectNext);
        if (!secret.StartsWith("{", StringComparison.Ordinal))
        {
            return secret.Length > 0 ? (secret, 0) : throw place.Invalid(Messages.SecretReasonEmpty);
        }

        var record = Record.Read(secret, ApiKeyType, place);
        return (record.Text("key"), record.Generation);
    }

    /// <summary>Reads the tokens of a sign-in.</summary>
    /// <exception cref="BacklogException">
    /// The secret is not one of our OAuth records, or belongs to another space.
    /// </exception>
    public static OAuthGrant ReadOAuth(string secret, SpaceAddress address, string vault, string name, TimeSource time)
    {
        var record = Record.Read(secret.Trim(), OAuthType, new Place(address, vault, name, Messages.SecretInvalidOAuth, CallerText.ReconnectOAuthNext));
        return OAuthGrant.Stored(
            new OAuthClient(record.Text("clientId"), record.Text("clientSecret")),
            record.Text("accessToken"),
            record.Text("refreshToken"),
            TimeSpan.FromSeconds(record.Number("lifetime", int.MaxValue)),
            DateTimeOffset.FromUnixTimeSeconds(record.Number("expiresAt", 253402300799)),
            record.Generation,
            time);
    }

    /// <summary>Where a secret is stored, for the error message if it is invalid.</summary>
    private sealed record Place(SpaceAddress Address, string Vault, string Name, string Message, CallerText Next)
    {
        public BacklogException Invalid(string reason) =>
            new(BacklogErrorKind.SecretInvalid, BacklogPS.Message.Of(Message, Name, Vault, reason))
            {
                NextStep = BacklogPS.Message.Of(Next, Address.Name),
                Space = Address.Name,
                Target = Name,
            };
    }

    /// <summary>One of our records, with the version, the type and the space checked.</summary>
    private sealed class Record
    {
        private readonly JObject fields;
        private readonly Place place;

        private Record(JObject fields, Place place)
        {
            this.fields = fields;
            this.place = place;
        }

        public static Record Read(string secret, string type, Place place)
        {
            JObject fields;
            try
            {
                // A text that looks like a date must stay text, because a date that does not exist is an error of another kind.
                using var reader = new JsonTextReader(new StringReader(secret)) { DateParseHandling = DateParseHandling.None };
                fields = JObject.Load(reader);
                if (reader.Read())
                {
                    throw place.Invalid(Messages.SecretReasonNotOurs);
                }
            }
            catch (JsonException)
            {
                // The exception has no inner exception, because the parser's message can quote the secret.
                throw place.Invalid(Messages.SecretReasonNotOurs);
            }

            var record = new Record(fields, place);
            if (record.Number("v", long.MaxValue) > Version)
            {
                throw place.Invalid(Messages.SecretReasonNewer);
            }

            if (record.Text("type") != type)
            {
                throw place.Invalid(Messages.SecretReasonNotOurs);
            }

            // A secret is only ever sent to the space that it belongs to.
            var space = (fields["space"] as JValue)?.Value as string;
            return space == place.Address.Name ? record : throw place.Invalid(Message.Of(Messages.SecretReasonOtherSpace, space));
        }

        /// <summary>The generation; 0 if the record was written before generations existed.</summary>
        public long Generation => fields["generation"] is null ? 0 : Number("generation", long.MaxValue);

        public string Text(string name) =>
            (fields[name] as JValue)?.Value is string { Length: > 0 } text ? text : throw place.Invalid(Messages.SecretReasonNotOurs);

        public long Number(string name, long largest) =>
            (fields[name] as JValue)?.Value is long number and > 0 && number <= largest ? number : throw place.Invalid(Messages.SecretReasonNotOurs);
    }
}
