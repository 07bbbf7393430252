using System;
using System.Collections;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>
/// Reads the value of a model's property. A value that does not fit the property becomes <see cref="Unread"/> instead
/// of failing the whole response. Nulls in a list are dropped.
/// </summary>
internal sealed class MemberConverter : JsonConverter
{
    /// <summary>Objects nested more deeply than this are not created, so that no response can exhaust the stack.</summary>
    private const int DeepestObject = 256;

    // A timestamp from this number on must be in milliseconds: as seconds it would be after the year 5000.
    private const long LeastMilliseconds = 100_000_000_000;
    private const long MostMilliseconds = 253_402_300_799_999;

    private readonly bool isDay;
    private readonly bool isJson;

    public MemberConverter(bool isDay, bool isJson)
    {
        this.isDay = isDay;
        this.isJson = isJson;
    }

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        Value(reader, objectType, serializer);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    private object? Value(JsonReader reader, Type type, JsonSerializer serializer)
    {
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return null;
            case JsonToken.StartObject or JsonToken.StartArray when isJson:
                return BacklogJson.Text(JToken.Load(reader));
            case JsonToken.StartArray when ItemOf(type) is { } item && reader.Depth <= DeepestObject:
                return List(reader, item, serializer);
            case JsonToken.StartObject when typeof(BacklogObject).IsAssignableFrom(type) && reader.Depth <= DeepestObject:
                return serializer.Deserialize(reader, type);
            case JsonToken.StartObject or JsonToken.StartArray:
                var plain = BacklogJson.Plain(JToken.Load(reader));
                return type == typeof(object) ? plain : new Unread(plain);
            default:
                return Scalar(reader, type, serializer);
        }
    }

    private object List(JsonReader reader, Type type, JsonSerializer serializer)
    {
        var items = (IList)Activator.CreateInstance(typeof(BacklogList<>).MakeGenericType(type))!;
        List<object?>? odd = null;
        while (true)
        {
            if (!reader.Read())
            {
                throw new JsonReaderException("Unexpected end of a list.");
            }

            if (reader.TokenType == JsonToken.EndArray)
            {
                return odd is null ? items : new Unread(odd.ToArray(), items);
            }

            switch (Value(reader, type, serializer))
            {
                case null:
                    break;
                case Unread unread:
                    (odd ??= new List<object?>()).Add(unread.Value);
                    break;
                case var item:
                    items.Add(item);
                    break;
            }
        }
    }

    private object? Scalar(JsonReader reader, Type objectType, JsonSerializer serializer)
    {
        var type = Nullable.GetUnderlyingType(objectType) ?? objectType;
        var value = reader.Value;
        if (isDay)
        {
            return value is "" ? null : CalendarDay.Read(value as string) ?? (object)new Unread(value);
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (type.IsEnum)
        {
            return value is "" ? null : LenientEnum.Read(type, value) ?? new Unread(value);
        }

        switch (value)
        {
            case long time when type == typeof(DateTimeOffset):
                return time is >= LeastMilliseconds and <= MostMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(time) : new Unread(value);
            case decimal fraction when (type == typeof(long) || type == typeof(int)) && fraction != decimal.Truncate(fraction):
                return new Unread(value);
        }

        try
        {
            return serializer.Deserialize(reader, objectType);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            return new Unread(value);
        }
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
