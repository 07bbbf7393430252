using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace BacklogPS.Core.Tests;

/// <summary>The public API must not expose the libraries that the assembly uses.</summary>
public class PublicApiTests
{
    private static readonly string[] OwnAssemblies = { "BacklogPS.Core", "netstandard" };

    [Fact]
    public void Public_signatures_know_the_platform_and_our_own_types_only()
    {
        var members = typeof(BacklogException).Assembly.GetExportedTypes().SelectMany(Signature).ToList();
        Assert.NotEmpty(members);

        var strangers = members
            .Where(m => !OwnAssemblies.Contains(m.Type.Assembly.GetName().Name) && m.Type.Assembly != typeof(object).Assembly
                && !m.Type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal))
            .Select(m => $"{m.Where}: {m.Type}").Distinct();
        Assert.Empty(strangers);
        Assert.DoesNotContain(members, m => m.Type.FullName!.StartsWith("System.Management.Automation.", StringComparison.Ordinal));
    }

    [Fact]
    public void Core_refers_to_Newtonsoft_Json_and_to_nothing_else() =>
        Assert.Equal(
            new[] { "Newtonsoft.Json", "netstandard" },
            typeof(BacklogException).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_pipeline_gets_has_no_setter_that_others_see_and_no_member_for_a_secret()
    {
        foreach (var property in typeof(BacklogObject).Assembly.GetExportedTypes()
            .Where(t => typeof(BacklogObject).IsAssignableFrom(t) || t == typeof(AuthStatus))
            .SelectMany(t => t.GetProperties()))
        {
            Assert.Null(property.GetSetMethod());
            Assert.DoesNotContain(property.PropertyType, new[] { typeof(System.Security.SecureString), typeof(System.Net.Http.HttpClient) });
        }
    }

    private static IEnumerable<(string Where, Type Type)> Signature(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new List<(string, Type?)> { (type.Name, type.BaseType) };
        types.AddRange(type.GetInterfaces().Select(i => (type.Name, (Type?)i)));
        types.AddRange(type.GetCustomAttributesData().Select(a => (type.Name + " attribute", (Type?)a.AttributeType)));
        foreach (var member in type.GetMembers(All))
        {
            var where = $"{type.Name}.{member.Name}";
            var shown = member switch
            {
                MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly =>
                    method.GetParameters().Select(p => p.ParameterType).Append((method as MethodInfo)?.ReturnType),
                FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => new[] { field.FieldType },
                PropertyInfo property when property.GetMethod?.IsPublic == true => new[] { property.PropertyType },
                EventInfo item => new[] { item.EventHandlerType },
                _ => null,
            };
            if (shown is null)
            {
                continue;
            }

            types.AddRange(shown.Select(t => (where, t)));
            types.AddRange(member.GetCustomAttributesData().Select(a => (where + " attribute", (Type?)a.AttributeType)));
        }

        return types.Where(t => t.Item2 is not null).SelectMany(t => Parts(t.Item2!).Select(p => (t.Item1, p)));
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
