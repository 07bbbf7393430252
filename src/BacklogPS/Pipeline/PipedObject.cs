using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>
/// Identifies objects in the pipeline: the module's own, and those that a job, remoting or Clixml turned into a
/// property bag with a type name such as <c>Deserialized.BacklogPS.Issue</c>.
/// </summary>
internal static class PipedObject
{
    /// <summary>The suffix of the type name of objects that were read together with objects of other spaces.</summary>
    public const string AmongSpaces = "#AmongSpaces";

    private const string Deserialized = "Deserialized.";
    private const string Selected = "Selected.";

    /// <summary>The type of a Backlog object; null if it is not one, or if it has only some of the properties.</summary>
    public static Type? KindOf(PSObject given)
    {
        if (given.BaseObject is BacklogObject known)
        {
            return known.GetType();
        }

        // An object from Select-Object still counts as the original as long as it has an id.
        return TypeOf(given, Deserialized) ?? (given.Properties["Id"] is null ? null : TypeOf(given, Selected + Deserialized) ?? TypeOf(given, Selected));
    }

    /// <summary>The short name of an object's type: <c>Issue</c>.</summary>
    public static string NameOf(PSObject given) => Plain(given.TypeNames[0]).Split('.').Last();

    /// <summary>The object itself, restored if it was serialized; null if it is not a Backlog object.</summary>
    public static BacklogObject? Read(object? given) => given switch
    {
        BacklogObject known => known,
        PSObject { BaseObject: BacklogObject known } => known,
        PSObject bag when TypeOf(bag, Deserialized) is { } type => Read(bag, type),
        _ => null,
    };

    private static BacklogObject Read(PSObject bag, Type type)
    {
        var known = (BacklogObject)Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties())
        {
            // The setters are not public, and those of a base class are not visible through a derived class.
            var setter = property.DeclaringType!.GetProperty(property.Name)!.GetSetMethod(nonPublic: true);
            if (setter is not null && bag.Properties[property.Name]?.Value is { } value && ValueOf(value, property.PropertyType) is { } read)
            {
                setter.Invoke(known, new[] { read });
            }
        }

        if (Wrapped.BareOrBag(bag.Properties[nameof(BacklogObject.AdditionalProperties)]?.Value) is IDictionary additional)
        {
            foreach (DictionaryEntry field in additional)
            {
                known.AddAdditional(field.Key.ToString(), Wrapped.BareOrBag(field.Value));
            }
        }

        return known;
    }

    // A value that cannot be read is left out, as if the response had not included it.
    private static object? ValueOf(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(BacklogObject).IsAssignableFrom(type))
        {
            return Read(value) is { } known && type.IsInstanceOfType(known) ? known : null;
        }

        if (type == typeof(DateTimeOffset))
        {
            return MomentOf(value);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(BacklogList<>).MakeGenericType(item))!;
            foreach (var read in (Wrapped.BareOrBag(value) as IEnumerable ?? Array.Empty<object>()).Cast<object>().Select(i => ValueOf(i, item)).Where(i => i is not null))
            {
                list.Add(read);
            }

            return list;
        }

        return type == typeof(object) ? Wrapped.BareOrBag(value) : LanguagePrimitives.TryConvertTo(value, type, out var converted) ? converted : null;
    }

    private static object? MomentOf(object value) => value switch
    {
        DateTimeOffset moment => moment,
        PSObject { BaseObject: DateTimeOffset moment } => moment,
        PSObject bag when bag.Properties["UtcDateTime"]?.Value is DateTime utc => bag.Properties["Offset"]?.Value is TimeSpan offset
            ? new DateTimeOffset(utc).ToOffset(offset)
            : new DateTimeOffset(utc),
        _ => null,
    };

    private static string Plain(string type) =>
        type.EndsWith(AmongSpaces, StringComparison.Ordinal) ? type.Substring(0, type.Length - AmongSpaces.Length) : type;

    private static Type? TypeOf(PSObject given, string prefix) =>
        given.TypeNames.FirstOrDefault() is { } first && Plain(first) is var name && name.StartsWith(prefix, StringComparison.Ordinal)
        && typeof(BacklogObject).Assembly.GetType(name.Substring(prefix.Length)) is { IsAbstract: false } type
        && typeof(BacklogObject).IsAssignableFrom(type)
            ? type
            : null;
}
