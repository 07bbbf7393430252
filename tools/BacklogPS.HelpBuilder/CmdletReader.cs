using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BacklogPS.HelpBuilder;

/// <summary>Reads the cmdlets of an assembly from its metadata, without loading it or any PowerShell.</summary>
internal static class CmdletReader
{
    private const string Sma = "System.Management.Automation.";

    /// <param name="assembly">The module's assembly.</param>
    /// <param name="context">The context that the assembly was loaded with.</param>
    public static IReadOnlyList<Cmdlet> Read(Assembly assembly, MetadataLoadContext context) =>
        assembly.GetTypes()
            .Where(t => !t.IsAbstract && Attribute(t, "CmdletAttribute") is not null)
            .Select(t => Read(t, context))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToList();

    private static Cmdlet Read(Type type, MetadataLoadContext context)
    {
        var attribute = Attribute(type, "CmdletAttribute")!;
        var words = attribute.ConstructorArguments.Select(a => (string)a.Value!).ToArray();
        var hidden = Declared(type, true).ToList();
        var parameters = Declared(type, false).ToList();
        if (Named<bool>(attribute, "SupportsPaging"))
        {
            parameters.AddRange(new[] { "IncludeTotalCount", "Skip", "First" }.Select(n =>
                Given(n, n == "IncludeTotalCount" ? Switch(context) : context.CoreAssembly!.GetType("System.UInt64")!)));
        }

        if (Named<bool>(attribute, "SupportsShouldProcess"))
        {
            parameters.Add(Given("WhatIf", Switch(context), "wi"));
            parameters.Add(Given("Confirm", Switch(context), "cf"));
        }

        var unreachable = hidden.SelectMany(p => p.Bindings).Where(b => b.Mandatory).Select(b => b.Set).OfType<string>();
        var first = Named<string>(attribute, "DefaultParameterSetName");
        var named = parameters.SelectMany(p => p.Bindings).Select(b => b.Set).Prepend(first).OfType<string>().Except(unreachable).ToList();
        return new Cmdlet(words[0], words[1], type)
        {
            Parameters = parameters,
            Hidden = hidden,
            Sets = named.Count == 0 ? ["__AllParameterSets"] : named.OrderByDescending(s => s == first).ToList(),
            Outputs = Attributes(type, "OutputTypeAttribute").SelectMany(Types).Distinct().DefaultIfEmpty("None").ToList(),
        };
    }

    // The class's own parameters come first, then those of its base classes, each in source order.
    private static IEnumerable<Parameter> Declared(Type type, bool hidden)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            var properties = level.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            foreach (var property in properties.OrderBy(p => p.MetadataToken))
            {
                var attributes = Attributes(property, "ParameterAttribute").Where(a => Named<bool>(a, "DontShow") == hidden).ToList();
                if (attributes.Count > 0)
                {
                    yield return Read(property, attributes);
                }
            }
        }
    }

    private static Parameter Read(PropertyInfo property, List<CustomAttributeData> attributes)
    {
        var type = TypeName.Bare(property.PropertyType);
        var item = TypeName.Bare(type.IsArray ? type.GetElementType()! : type);
        var standard = Attribute(property, "PSDefaultValueAttribute");
        return new Parameter(property.Name, type)
        {
            Declarer = property.DeclaringType!.Name.Split('`')[0],
            Bindings = attributes.Select(a => new Binding(
                Named<string>(a, "ParameterSetName") is { Length: > 0 } set && set != "__AllParameterSets" ? set : null,
                Named<bool>(a, "Mandatory"),
                Named<int?>(a, "Position") is >= 0 and var position ? position : null,
                Named<bool>(a, "ValueFromPipeline"),
                Named<bool>(a, "ValueFromPipelineByPropertyName"),
                Named<bool>(a, "ValueFromRemainingArguments"))).ToList(),
            Aliases = Attributes(property, "AliasAttribute").SelectMany(Texts).ToList(),
            Wildcards = Attribute(property, "SupportsWildcardsAttribute") is not null,
            Default = standard is null ? null : Named<string>(standard, "Help") ?? Named<object>(standard, "Value")?.ToString(),
            // Unknown is for values that a future server may send, and nobody passes it.
            Values = item.IsEnum
                ? item.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name).Where(n => n != "Unknown").ToList()
                : Attributes(property, "ValidateSetAttribute").SelectMany(Texts).ToList(),
        };
    }

    private static Type Switch(MetadataLoadContext context) =>
        context.LoadFromAssemblyName("System.Management.Automation").GetType(Sma + "SwitchParameter")!;

    private static Parameter Given(string name, Type type, params string[] aliases) =>
        new(name, type) { Bindings = [new Binding(null, false, null, false, false, false)], Aliases = aliases };

    private static IEnumerable<CustomAttributeData> Attributes(MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(a => a.AttributeType.FullName == Sma + name);

    private static CustomAttributeData? Attribute(MemberInfo member, string name) => Attributes(member, name).FirstOrDefault();

    private static T? Named<T>(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => (T?)a.TypedValue.Value).FirstOrDefault();

    private static IEnumerable<string> Texts(CustomAttributeData attribute) =>
        Items(attribute).Select(v => (string)v!);

    private static IEnumerable<string> Types(CustomAttributeData attribute) =>
        Items(attribute).Select(v => v is Type type ? TypeName.Full(type) : (string)v!).Select(n => n == "System.Void" ? "None" : n);

    // The arguments of a constructor with params.
    private static IEnumerable<object?> Items(CustomAttributeData attribute) => attribute.ConstructorArguments.SelectMany(a =>
        a.Value is IReadOnlyCollection<CustomAttributeTypedArgument> many ? many.Select(m => m.Value) : [a.Value]);
}
