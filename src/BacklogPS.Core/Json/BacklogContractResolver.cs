using System;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace BacklogPS.Json;

/// <summary>
/// Maps models to JSON without attributes of the JSON library: camelCase names, internal setters, unknown fields kept,
/// and the space stamped on each object.
/// </summary>
internal sealed class BacklogContractResolver : DefaultContractResolver
{
    private static readonly SnakeCaseNamingStrategy SnakeCase = new();

    public BacklogContractResolver()
    {
        NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false);
    }

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member.DeclaringType == typeof(BacklogObject) || member.IsDefined(typeof(StampedAttribute), inherit: false))
        {
            // This property is ours: a field of that name in a response is an unknown field like any other.
            property.PropertyName = "\0" + member.Name;
            property.Ignored = true;
        }
        else if (member is PropertyInfo { CanWrite: true })
        {
            property.Writable = true;
            if (member.DeclaringType!.IsDefined(typeof(SnakeCaseAttribute), inherit: false))
            {
                property.PropertyName = SnakeCase.GetPropertyName(member.Name, hasSpecifiedName: false);
            }

            if (typeof(BacklogObject).IsAssignableFrom(member.DeclaringType))
            {
                property.Converter = new MemberConverter(
                    member.IsDefined(typeof(CalendarDayAttribute), inherit: false), member.IsDefined(typeof(JsonTextAttribute), inherit: false));
                property.ValueProvider = new MemberValueProvider(property.ValueProvider!, property.PropertyName!);

                // Always replace the property's previous value instead of reading and filling it.
                property.ObjectCreationHandling = ObjectCreationHandling.Replace;
            }
        }

        return property;
    }

    protected override JsonConverter? ResolveContractConverter(Type objectType)
    {
        return objectType == typeof(Activity) ? ActivityConverter.Instance
            : objectType == typeof(CustomFieldValue) ? CustomFieldValueConverter.Instance
            : base.ResolveContractConverter(objectType);
    }

    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        if (typeof(BacklogObject).IsAssignableFrom(objectType))
        {
            contract.OnDeserializedCallbacks.Add((o, context) =>
            {
                var read = (BacklogObject)o;
                read.Space = (string?)context.Context;
                read.Complete();
            });
            contract.ExtensionDataSetter = (o, name, value) => ((BacklogObject)o).AddAdditional(name, BacklogJson.Plain(value));
        }

        return contract;
    }
}
