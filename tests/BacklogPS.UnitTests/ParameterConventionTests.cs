using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Parameters;
using Xunit;

namespace BacklogPS.UnitTests;

/// <summary>A parameter of the same name accepts the same values and has the same completer on every cmdlet.</summary>
public sealed class ParameterConventionTests
{
    public static TheoryData<string, string> Parameters { get; } = Named("Project", "IssueKey", "User", "Repository", "Space");

    [Theory]
    [MemberData(nameof(Parameters))]
    public void It_completes(string cmdlet, string name)
    {
        var expected = name switch
        {
            "Project" => typeof(ProjectCompleter),
            "User" => typeof(UserCompleter),
            "Repository" => typeof(RepositoryCompleter),
            "Space" => typeof(SpaceCompleter),
            _ => typeof(NothingCompleter),
        };

        Assert.Equal(expected, Property(cmdlet, name).GetCustomAttribute<ArgumentCompleterAttribute>()?.Type);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void It_takes_the_object_as_well_as_its_name(string cmdlet, string name)
    {
        var property = Property(cmdlet, name);
        var reference = property.GetCustomAttribute<ReferenceAttribute>();
        var isReference = (property.PropertyType.GetElementType() ?? property.PropertyType) == typeof(object);
        Assert.Equal(isReference, reference is not null);
        if (reference is not null)
        {
            return;
        }

        // Cmdlets that read take text, into which objects are converted.
        var transformation = name switch
        {
            "Project" => typeof(ProjectKeyTransformationAttribute),
            "IssueKey" => typeof(IssueKeyTransformationAttribute),
            "User" => typeof(ObjectIdAttribute),
            _ => null,
        };
        Assert.Equal(typeof(string), property.PropertyType.GetElementType() ?? property.PropertyType);
        Assert.True(transformation is null || property.GetCustomAttribute(transformation) is not null, $"{transformation?.Name} is missing");
        Assert.True(name != "Project" || property.GetCustomAttribute<AliasAttribute>()?.AliasNames.Contains("ProjectKey") == true, "The alias ProjectKey is missing");
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_write_binds_nothing_by_a_property_name(string cmdlet, string name)
    {
        if (typeof(SpaceWriteCmdlet).IsAssignableFrom(Type(cmdlet)))
        {
            Assert.DoesNotContain(Property(cmdlet, name).GetCustomAttributes<ParameterAttribute>(), p => p.ValueFromPipelineByPropertyName);
        }
    }

    public static TheoryData<string, string> References { get; } = All(p => p.IsDefined(typeof(ReferenceAttribute)));

    public static TheoryData<string, string> Enums { get; } = All(p => p.PropertyType.GetElementType()?.IsEnum == true);

    [Theory]
    [MemberData(nameof(References))]
    public void One_thing_is_told_from_several(string cmdlet, string name) =>
        Assert.Equal(Property(cmdlet, name).PropertyType == typeof(object), Property(cmdlet, name).GetCustomAttribute<ReferenceAttribute>()!.IsOne);

    [Theory]
    [MemberData(nameof(Enums))]
    public void Words_with_commas_are_several(string cmdlet, string name) =>
        Assert.NotNull(Property(cmdlet, name).GetCustomAttribute<EachWordAttribute>());

    public static TheoryData<string, string> WholeNumbers { get; } = All(p => (p.PropertyType.GetElementType() ?? Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type
        && (type == typeof(long) || type == typeof(int)));

    [Theory]
    [MemberData(nameof(WholeNumbers))]
    public void A_number_is_no_boolean(string cmdlet, string name) => Assert.NotNull(Property(cmdlet, name).GetCustomAttribute<WholeNumberAttribute>());

    public static TheoryData<string, string> Patterns { get; } = All(p => p.IsDefined(typeof(ParameterAttribute)));

    [Theory]
    [MemberData(nameof(Patterns))]
    public void What_is_refused_is_told_in_words(string cmdlet, string name) => Assert.Null(Property(cmdlet, name).GetCustomAttribute<ValidatePatternAttribute>());

    public static TheoryData<string, string> NewTexts { get; } = Named("Summary", "Title", "Name");

    [Theory]
    [MemberData(nameof(NewTexts))]
    public void What_is_written_is_not_blank(string cmdlet, string name)
    {
        // A -Name that finds something is not the name of a new object.
        if (typeof(WriteCmdlet).IsAssignableFrom(Type(cmdlet)))
        {
            Assert.NotNull(Property(cmdlet, name).GetCustomAttribute<NotBlankAttribute>());
        }
    }

    private static TheoryData<string, string> Named(params string[] names) => All(p => names.Contains(p.Name));

    private static TheoryData<string, string> All(Func<PropertyInfo, bool> isMeant)
    {
        var data = new TheoryData<string, string>();
        foreach (var type in Cmdlets)
        {
            foreach (var property in type.GetProperties().Where(p => isMeant(p) && p.IsDefined(typeof(ParameterAttribute))))
            {
                data.Add(type.Name, property.Name);
            }
        }

        return data;
    }

    private static IEnumerable<Type> Cmdlets => typeof(BacklogCmdlet).Assembly.GetTypes().Where(t => t.IsDefined(typeof(CmdletAttribute), false));

    private static Type Type(string cmdlet) => Cmdlets.Single(t => t.Name == cmdlet);

    private static PropertyInfo Property(string cmdlet, string name) => Type(cmdlet).GetProperty(name)!;
}
