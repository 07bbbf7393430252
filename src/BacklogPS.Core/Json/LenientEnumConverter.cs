using System;
using System.Globalization;
using Newtonsoft.Json;

namespace BacklogPS.Json;

/// <summary>
/// Reads an enum by name or number, the number also as text. A name that a newer server sends becomes the enum's default
/// (each model calls it <c>Unknown</c>) instead of failing the whole answer; a number stays that number.
/// </summary>
internal sealed class LenientEnumConverter : JsonConverter
{
    public static readonly LenientEnumConverter Instance = new();

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType).IsEnum;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var type = Nullable.GetUnderlyingType(objectType) ?? objectType;
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return Nullable.GetUnderlyingType(objectType) is null ? Activator.CreateInstance(type) : null;
            case JsonToken.Integer:
                return Enum.ToObject(type, reader.Value!);
            case JsonToken.String:
                var text = (string)reader.Value!;
                foreach (var name in Enum.GetNames(type))
                {
                    if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                    {
                        return Enum.Parse(type, name);
                    }
                }

                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? Enum.ToObject(type, number)
                    : Activator.CreateInstance(type);
            default:
                reader.Skip();
                return Activator.CreateInstance(type);
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException();
}
