using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>What the compiled assembly says of a cmdlet.</summary>
internal sealed record Cmdlet(string Verb, string Noun, Type Class)
{
    public string Name => $"{Verb}-{Noun}";

    /// <summary>All parameters that are shown, but PowerShell's common ones; the cmdlet's own before those of its bases.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Parameters that only the pipeline fills.</summary>
    public required IReadOnlyList<Parameter> Hidden { get; init; }

    /// <summary>The default set first; without those that somebody at a prompt cannot choose.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Full names of the types that it declares to put out.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Full names of the types that it takes from the pipeline.</summary>
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

    /// <summary>A set's parameters in the order in which they are shown: by position, then mandatory ones, then the rest.</summary>
    public IEnumerable<(Parameter Parameter, Binding Binding)> InSet(string set) => Parameters
        .Select(p => (Parameter: p, Binding: p.In(set)))
        .Where(p => p.Binding is not null)
        .Select(p => (p.Parameter, p.Binding!))
        .OrderBy(p => p.Item2.Position ?? int.MaxValue)
        .ThenByDescending(p => p.Item2.Position is null && p.Item2.Mandatory);
}

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">Without the hyphen.</param>
/// <param name="Type">From the metadata: it can be looked at, not used.</param>
internal sealed record Parameter(string Name, Type Type)
{
    /// <summary>The class that declares it, without its type parameters; null where PowerShell does.</summary>
    public string? Declarer { get; init; }

    /// <summary>How it is bound, in each parameter set or once for all (set null).</summary>
    public required IReadOnlyList<Binding> Bindings { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool Wildcards { get; init; }

    public string? Default { get; init; }

    /// <summary>The words that it takes; none where any value may do.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool IsSwitch => Type.Name == "SwitchParameter";

    public Binding? In(string set) => Bindings.FirstOrDefault(b => b.Set == set) ?? Bindings.FirstOrDefault(b => b.Set is null);
}

/// <summary>How a parameter is bound in one parameter set.</summary>
internal sealed record Binding(string? Set, bool Mandatory, int? Position, bool FromPipeline, bool FromPipelineByPropertyName, bool FromRemaining);

/// <summary>Types as PowerShell users write them.</summary>
internal static class TypeName
{
    /// <summary><c>String[]</c>, <c>Int32</c>: Nullable is PowerShell's own affair.</summary>
    public static string Short(Type type) => type.IsArray ? Short(type.GetElementType()!) + "[]" : Bare(type).Name;

    public static string Full(Type type) => type.IsArray ? Full(type.GetElementType()!) + "[]" : Bare(type).FullName!;

    public static Type Bare(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1" ? type.GetGenericArguments()[0] : type;
}
