using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>
/// The only serializer: reads Backlog's responses leniently, keeps unknown fields, and stamps the space on each object.
/// </summary>
internal sealed class BacklogJson
{
    // Beyond this depth, plain values would be too hard to navigate.
    private const int DeepestPlain = 64;

    private static readonly BacklogContractResolver Contracts = new();
    private readonly JsonSerializer serializer;
    private readonly string? space;

    public BacklogJson(string? space)
    {
        this.space = space;

        // JsonSerializer.Create, unlike JsonConvert, ignores the process-wide DefaultSettings, which another module may
        // have changed (TypeNameHandling, for example).
        serializer = JsonSerializer.Create(new JsonSerializerSettings
        {
            ContractResolver = Contracts,
            Context = new StreamingContext(StreamingContextStates.Other, space),
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = null,
            MissingMemberHandling = MissingMemberHandling.Ignore,
            NullValueHandling = NullValueHandling.Ignore,
            TypeNameHandling = TypeNameHandling.None,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        });
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, is cut off, continues after its end, or has another shape.
    /// </exception>
    public T ReadObject<T>(Stream body)
    {
        using var reader = Reader(body);
        var value = serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("null");
        ExpectEnd(reader);
        return value;
    }

    /// <summary>Reads an array item by item.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, is cut off, continues after its end, or is not an array of the expected type.
    /// </exception>
    public IEnumerable<T> ReadArray<T>(Stream body)
    {
        using var reader = Reader(body);
        if (!reader.Read() || reader.TokenType != JsonToken.StartArray)
        {
            throw new JsonSerializationException("no array");
        }

        bool odd = false, sound = false;
        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            var item = Item<T>(reader, out var isOdd);
            odd |= isOdd;
            sound |= !isOdd;
            yield return item;
        }

        if (reader.TokenType != JsonToken.EndArray)
        {
            throw new JsonReaderException("cut off");
        }

        if (odd && !sound)
        {
            throw new JsonSerializationException("no objects");
        }

        ExpectEnd(reader);
    }

    // An item that is not an object keeps its place, because a page with fewer items would count as the last one.
    private T Item<T>(JsonReader reader, out bool odd)
    {
        odd = reader.TokenType != JsonToken.StartObject && typeof(BacklogObject).IsAssignableFrom(typeof(T));
        if (!odd)
        {
            return serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("null");
        }

        var item = Activator.CreateInstance<T>();
        var read = (BacklogObject)(object)item!;
        read.Space = space;
        read.AddAdditional("", Plain(JToken.Load(reader)));
        return item;
    }

    /// <summary>Reads any JSON as plain values.</summary>
    /// <exception cref="JsonException">The text is not JSON, is cut off, or continues after its end.</exception>
    public object? ReadPlain(Stream body)
    {
        using var reader = Reader(body);
        var value = serializer.Deserialize<JToken>(reader);
        ExpectEnd(reader);
        return Plain(value);
    }

    /// <summary>
    /// Converts parsed JSON to plain values, so that no type of the JSON library is visible outside this namespace.
    /// Very deeply nested values stay text.
    /// </summary>
    internal static object? Plain(object? value) => Plain(value, 0);

    /// <summary>Converts parsed JSON to text.</summary>
    internal static string Text(JToken token)
    {
        // A reader needs no stack for nested values, unlike the token's own ToString.
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        using var reader = Unlimited(token);
        reader.Read();
        writer.WriteToken(reader);
        return text.ToString();
    }

    /// <summary>Creates an object from parsed JSON.</summary>
    internal static object? FromToken(JToken token, Type type, JsonSerializer serializer)
    {
        using var reader = Unlimited(token);
        return serializer.Deserialize(reader, type);
    }

    /// <summary>Reads parsed JSON into an existing object.</summary>
    internal static void Populate(JToken token, object target, JsonSerializer serializer)
    {
        using var reader = Unlimited(token);
        serializer.Populate(reader, target);
    }

    private static JsonReader Unlimited(JToken token)
    {
        var reader = token.CreateReader();
        reader.MaxDepth = null;
        return reader;
    }

    private static object? Plain(object? value, int depth)
    {
        switch (value)
        {
            case JContainer deep when depth == DeepestPlain:
                return Text(deep);
            case JObject o:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var property in o.Properties())
                {
                    fields[property.Name] = Plain(property.Value, depth + 1);
                }

                return fields;
            case JArray a:
                var items = new object?[a.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Plain(a[i], depth + 1);
                }

                return items;
            case JValue v:
                return v.Value;
            default:
                return value;
        }
    }

    private static void ExpectEnd(JsonTextReader reader)
    {
        try
        {
            if (!reader.Read())
            {
                return;
            }
        }
        catch (JsonReaderException error)
        {
            throw new TrailingTextException(error.Message, error);
        }

        throw new TrailingTextException($"{reader.TokenType}, line {reader.LineNumber}, position {reader.LinePosition}", null);
    }

    // Most responses are far smaller than the buffer for a full page.
    private static int BufferFor(Stream body) => (int)Math.Max(256, Math.Min(body.Length, 16 * 1024));

    private static JsonTextReader Reader(Stream body) =>
        new(new ExactNumberReader(
            new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferFor(body), leaveOpen: true), BufferFor(body)))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = null,
        };
}
