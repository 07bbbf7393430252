using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>The one serializer: reads Backlog's answers leniently, keeps what it does not know, stamps the space.</summary>
internal sealed class BacklogJson
{
    // Beyond this depth, plain values would be too hard to walk through.
    private const int DeepestPlain = 64;

    private static readonly BacklogContractResolver Contracts = new();
    private readonly JsonSerializer serializer;
    private readonly string? space;

    public BacklogJson(string? space)
    {
        this.space = space;

        // JsonSerializer.Create, unlike JsonConvert, ignores the process-wide DefaultSettings that another module may
        // have set, TypeNameHandling included.
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
    /// <exception cref="JsonException">The text is not JSON, is cut off, goes on after its end, or has another shape.</exception>
    public T ReadObject<T>(Stream body)
    {
        using var reader = Reader(body);
        var value = serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("null");
        ExpectEnd(reader);
        return value;
    }

    /// <summary>Reads an array item by item.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, is cut off, goes on after its end, or is not an array of what is asked for.
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

    // An item that is not an object keeps its place, because a short page counts as the last one.
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

    /// <summary>Reads anything, as plain values.</summary>
    /// <exception cref="JsonException">The text is not JSON, is cut off, or goes on after its end.</exception>
    public object? ReadPlain(Stream body)
    {
        using var reader = Reader(body);
        var value = serializer.Deserialize<JToken>(reader);
        ExpectEnd(reader);
        return Plain(value);
    }

    /// <summary>
    /// Turns a parsed piece of JSON into plain values, so that no type of the JSON library leaves this room. What is nested
    /// very deeply stays text.
    /// </summary>
    internal static object? Plain(object? value) => Plain(value, 0);

    /// <summary>A parsed piece of JSON as text.</summary>
    internal static string Text(JToken token)
    {
        // Unlike the token's own ToString, a reader needs no stack for what is nested.
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        using var reader = Unlimited(token);
        reader.Read();
        writer.WriteToken(reader);
        return text.ToString();
    }

    /// <summary>Reads an object from a parsed piece of JSON.</summary>
    internal static object? FromToken(JToken token, Type type, JsonSerializer serializer)
    {
        using var reader = Unlimited(token);
        return serializer.Deserialize(reader, type);
    }

    /// <summary>Reads a parsed piece of JSON into an object.</summary>
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

    // Most answers are far smaller than the buffer that suits a full page.
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
