using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>The one serializer: reads Backlog's answers leniently, keeps what it does not know, stamps the space.</summary>
internal sealed class BacklogJson
{
    private static readonly BacklogContractResolver Contracts = new();
    private readonly JsonSerializer serializer;

    public BacklogJson(string? space)
    {
        // JsonSerializer.Create, unlike JsonConvert, ignores the process-wide DefaultSettings that another module may
        // have set, TypeNameHandling included.
        serializer = JsonSerializer.Create(new JsonSerializerSettings
        {
            ContractResolver = Contracts,
            Context = new StreamingContext(StreamingContextStates.Other, space),
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = 64,
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
    /// <exception cref="JsonException">The text is not JSON, is cut off, goes on after its end, or is not an array.</exception>
    public IEnumerable<T> ReadArray<T>(Stream body)
    {
        using var reader = Reader(body);
        if (!reader.Read() || reader.TokenType != JsonToken.StartArray)
        {
            throw new JsonSerializationException("no array");
        }

        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            yield return serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("null");
        }

        if (reader.TokenType != JsonToken.EndArray)
        {
            throw new JsonReaderException("cut off");
        }

        ExpectEnd(reader);
    }

    /// <summary>Reads anything, as <see cref="Plain"/> values.</summary>
    /// <exception cref="JsonException">The text is not JSON, is cut off, or goes on after its end.</exception>
    public object? ReadPlain(Stream body)
    {
        using var reader = Reader(body);
        var value = serializer.Deserialize<JToken>(reader);
        ExpectEnd(reader);
        return Plain(value);
    }

    /// <summary>Turns a parsed piece of JSON into plain values, so that no type of the JSON library leaves this room.</summary>
    internal static object? Plain(object? value)
    {
        switch (value)
        {
            case JObject o:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var property in o.Properties())
                {
                    fields[property.Name] = Plain(property.Value);
                }

                return fields;
            case JArray a:
                var items = new object?[a.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Plain(a[i]);
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
        new(new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferFor(body), leaveOpen: true))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = 64,
        };
}
