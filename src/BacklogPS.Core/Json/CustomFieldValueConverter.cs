using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>Reads a custom field of an issue. The shape of its <c>value</c> depends on the type of the field.</summary>
internal sealed class CustomFieldValueConverter : JsonConverter
{
    public static readonly CustomFieldValueConverter Instance = new();

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(CustomFieldValue);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var json = JObject.Load(reader);
        var value = json["value"];
        json.Remove("value");
        var field = new CustomFieldValue();
        BacklogJson.Populate(json, field, serializer);
        field.Value = Typed(field.FieldTypeId, value, serializer);
        return field;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    private static object? Typed(CustomFieldType type, JToken? value, JsonSerializer serializer) => (type, value?.Type) switch
    {
        (CustomFieldType.Number, JTokenType.Integer or JTokenType.Float) => (decimal)value!,
        (CustomFieldType.Date, JTokenType.String) => (object?)CalendarDay.Read((string?)value) ?? (string?)value,
        (CustomFieldType.SingleList or CustomFieldType.Radio, JTokenType.Object) => BacklogJson.FromToken(value!, typeof(CustomFieldItem), serializer),
        (CustomFieldType.MultipleList or CustomFieldType.CheckBox, JTokenType.Array) when value!.All(i => i.Type is JTokenType.Object or JTokenType.Null) =>
            new BacklogList<CustomFieldItem>(value!.Where(i => i.Type == JTokenType.Object).Select(i => (CustomFieldItem)BacklogJson.FromToken(i, typeof(CustomFieldItem), serializer)!)),

        // A type from a newer server, or a value that does not fit its type, is kept as it came.
        _ => BacklogJson.Plain(value),
    };
}
