using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>Reads an activity, whose type decides what its content is and may stand after it.</summary>
internal sealed class ActivityConverter : JsonConverter
{
    public static readonly ActivityConverter Instance = new();

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(Activity);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var fields = JObject.Load(reader);
        var content = fields.Property("content", StringComparison.Ordinal);
        content?.Remove();
        var activity = new Activity();
        using (var rest = fields.CreateReader())
        {
            serializer.Populate(rest, activity);
        }

        if (content?.Value is JObject found)
        {
            activity.Content = Content(found, ActivityContents.ClassOf(activity.Type), serializer);
        }

        return activity;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    private static ActivityContent Content(JObject found, Type type, JsonSerializer serializer)
    {
        try
        {
            return (ActivityContent)found.ToObject(type, serializer)!;
        }
        catch (JsonException)
        {
            // Contents are hardly documented. One of another shape stays readable, field by field, and the feed whole.
            return (ActivityContent)found.ToObject(typeof(ActivityContent), serializer)!;
        }
    }
}
