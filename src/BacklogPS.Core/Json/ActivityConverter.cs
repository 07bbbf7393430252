using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Json;

/// <summary>
/// Reads an activity. The class of its content depends on the activity's type, which may come after the content.
/// </summary>
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
        BacklogJson.Populate(fields, activity, serializer);
        switch (content?.Value)
        {
            case JObject found:
                activity.Content = (ActivityContent?)BacklogJson.FromToken(found, ActivityContents.ClassOf(activity.Type), serializer);
                break;
            case { Type: not JTokenType.Null } other:
                activity.AddAdditional(content.Name, BacklogJson.Plain(other));
                break;
        }

        return activity;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
