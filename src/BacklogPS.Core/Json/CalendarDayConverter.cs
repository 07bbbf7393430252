using System;
using Newtonsoft.Json;

namespace BacklogPS.Json;

/// <summary>Reads what is marked with <see cref="CalendarDayAttribute"/>.</summary>
internal sealed class CalendarDayConverter : JsonConverter
{
    public static readonly CalendarDayConverter Instance = new();

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(DateTime);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null || (reader.Value as string)?.Length == 0)
        {
            return existingValue;
        }

        return CalendarDay.Read(reader.Value as string) ?? throw new JsonSerializationException($"no day: {reader.Path}");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
