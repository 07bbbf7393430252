using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Spaces;

/// <summary>The format of the registry file: JSON with a version, parsed strictly.</summary>
internal static class RegistryFormat
{
    private const int Version = 1;

    public static string Write(RegistrySnapshot snapshot) =>
        new JObject(
            new JProperty("version", Version),
            new JProperty("current", snapshot.Current?.BaseUri.AbsoluteUri),
            new JProperty("spaces", new JArray(snapshot.Spaces.Select(WriteSpace)))).ToString(Formatting.Indented) + "\n";

    /// <exception cref="BacklogException">The text is not a registry file, or has a newer version.</exception>
    public static RegistrySnapshot Read(string text, string file)
    {
        try
        {
            using var reader = new JsonTextReader(new System.IO.StringReader(text)) { DateParseHandling = DateParseHandling.None };
            var root = JObject.Load(reader);
            if (reader.Read())
            {
                throw new FormatException("text after the end");
            }

            var version = (int?)root["version"] ?? throw new FormatException("version");
            if (version > Version)
            {
                throw new BacklogException(BacklogErrorKind.RegistryNewer, Message.Of(Messages.RegistryNewer, file, version, Version))
                {
                    NextStep = Messages.RegistryNewerNext,
                    Target = file,
                };
            }

            var spaces = ((JArray?)root["spaces"] ?? throw new FormatException("spaces")).Select(s => ReadSpace((JObject)s)).ToList();
            var current = (string?)root["current"];
            return new RegistrySnapshot(spaces, current is null ? null : SpaceAddress.Parse(current));
        }
        catch (Exception error) when (error is not BacklogException { Kind: BacklogErrorKind.RegistryNewer })
        {
            throw new BacklogException(BacklogErrorKind.RegistryDamaged, Message.Of(Messages.RegistryDamaged, file, error.Message), error)
            {
                NextStep = Messages.RegistryDamagedNext,
                Target = file,
            };
        }
    }

    private static JObject WriteSpace(KnownSpace space) => new(
        new JProperty("url", space.Address.BaseUri.AbsoluteUri),
        new JProperty("authMethod", space.Method == AuthMethod.OAuth ? "oauth" : "apiKey"),
        new JProperty("vault", space.Vault),
        new JProperty("secretName", space.SecretName),
        new JProperty("secretIsUsers", space.SecretIsUsers),
        new JProperty("apiKeyIn", space.KeyForm == ApiKeyForm.Query ? "query" : "header"),
        new JProperty("readOnly", space.IsReadOnly),
        new JProperty("clientId", space.ClientId),
        new JProperty("userName", space.UserName),
        new JProperty("userId", space.UserId),
        new JProperty("connectedAt", space.ConnectedAt.ToString("o", CultureInfo.InvariantCulture)),
        new JProperty("stamp", space.Stamp),
        new JProperty("secretGeneration", space.SecretGeneration));

    private static KnownSpace ReadSpace(JObject o) => new(
        SpaceAddress.Parse(Required(o, "url")),
        Required(o, "authMethod") switch
        {
            "apiKey" => AuthMethod.ApiKey,
            "oauth" => AuthMethod.OAuth,
            var other => throw new FormatException("authMethod: " + other),
        })
    {
        Vault = Required(o, "vault"),
        SecretName = Required(o, "secretName"),
        SecretIsUsers = (bool?)o["secretIsUsers"] ?? false,
        KeyForm = (string?)o["apiKeyIn"] == "query" ? ApiKeyForm.Query : ApiKeyForm.Header,
        IsReadOnly = (bool?)o["readOnly"] ?? false,
        ClientId = (string?)o["clientId"],
        UserName = (string?)o["userName"],
        UserId = (string?)o["userId"],
        ConnectedAt = DateTimeOffset.ParseExact(Required(o, "connectedAt"), "o", CultureInfo.InvariantCulture),
        Stamp = (string?)o["stamp"] ?? "",
        SecretGeneration = (long?)o["secretGeneration"] ?? 0,
    };

    private static string Required(JObject o, string name) =>
        (string?)o[name] is { Length: > 0 } value ? value : throw new FormatException(name);
}
