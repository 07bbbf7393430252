using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>A cmdlet as described by the compiled assembly.</summary>
internal sealed record Cmdlet(string Verb, string Noun, Type Class)
{
    public string Name => $"{Verb}-{Noun}";

    /// <summary>
    /// All visible parameters except PowerShell's common ones. The cmdlet's own come before those of its base classes.
    /// </summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Parameters that are only meant to be bound from the pipeline.</summary>
    public required IReadOnlyList<Parameter> Hidden { get; init; }

    /// <summary>The parameter sets, the default first, without those that cannot be chosen at the prompt.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Full names of the types in OutputType.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Full names of the types that the cmdlet accepts from the pipeline.</summary>
    public IReadOnlyList<string> Inputs
    {
        get
        {
            var whole = Parameters.Concat(Hidden).Where(p => p.Bindings.Any(b => b.FromPipeline)).Select(p => TypeName.Full(p.Type)).Distinct().ToList();
            return whole.Count > 0 ? whole
                : Parameters.Any(p => p.Bindings.Any(b => b.FromPipelineByPropertyName)) ? ["System.Management.Automation.PSObject"]
                : ["None"];
        }
    }

    /// <summary>The parameters of a set in display order: by position, then the mandatory ones, then the rest.</summary>
    public IEnumerable<(Parameter Parameter, Binding Binding)> InSet(string set) => Parameters
        .Select(p => (Parameter: p, Binding: p.In(set)))
        .Where(p => p.Binding is not null)
        .Select(p => (p.Parameter, p.Binding!))
        .OrderBy(p => p.Item2.Position ?? int.MaxValue)
        .ThenByDescending(p => p.Item2.Position is null && p.Item2.Mandatory);
}

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">The name without the hyphen.</param>
/// <param name="Type">The type from the metadata, which can be inspected but not used.</param>
internal sealed record Parameter(string Name, Type Type)
{
    /// <summary>The class that declares the parameter, without its type parameters; null if PowerShell does.</summary>
    public string? Declarer { get; init; }

    /// <summary>How the parameter is bound, for each parameter set or for all sets (set null).</summary>
    public required IReadOnlyList<Binding> Bindings { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool Wildcards { get; init; }

    public string? Default { get; init; }

    /// <summary>The allowed values; empty if any value is allowed.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool IsSwitch => Type.Name == "SwitchParameter";

    public Binding? In(string set) => Bindings.FirstOrDefault(b => b.Set == set) ?? Bindings.FirstOrDefault(b => b.Set is null);
}

/// <summary>How a parameter is bound in one parameter set.</summary>
internal sealed record Binding(string? Set, bool Mandatory, int? Position, bool FromPipeline, bool FromPipelineByPropertyName, bool FromRemaining);

/// <summary>Type names as PowerShell users write them.</summary>
internal static class TypeName
{
    /// <summary>
    /// Returns <c>String[]</c> or <c>Int32</c>. Nullable is left out, because it makes no difference to PowerShell
    /// users.
    /// </summary>
    public static string Short(Type type) => type.IsArray ? Short(type.GetElementType()!) + "[]" : Bare(type).Name;

    public static string Full(Type type) => type.IsArray ? Full(type.GetElementType()!) + "[]" : Bare(type).FullName!;

    public static Type Bare(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1" ? type.GetGenericArguments()[0] : type;
}
