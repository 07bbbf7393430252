using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>Finds the parameters of a cmdlet that accept an object which cannot be piped to it.</summary>
internal static class InputTakers
{
    /// <summary>The names of the parameters with hyphens; empty if there are none.</summary>
    public static IReadOnlyList<string> Of(Type cmdlet, PSObject given)
    {
        // After a job or Clixml, an object has only its type's name.
        var kind = PipedObject.NameOf(given);
        return cmdlet.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)) && Takes(p, kind)).Select(p => "-" + p.Name).ToList();
    }

    private static bool Takes(PropertyInfo parameter, string kind) =>
        parameter.GetCustomAttribute<ObjectTextAttribute>() is { } text
            ? text.Takes.Name == kind
            : !parameter.GetCustomAttributes<ParameterAttribute>().All(a => a.DontShow)
                && (ItemType(parameter.PropertyType).Name == kind || IsNamed(parameter, kind));

    // The text of a milestone is its name, which both -Milestone and -Version accept, because they share one list.
    private static bool IsNamed(PropertyInfo parameter, string kind) =>
        ItemType(parameter.PropertyType) == typeof(string)
        && (parameter.Name == kind || "Git" + parameter.Name == kind || (kind == nameof(Milestone) && parameter.Name == "Version"));

    private static Type ItemType(Type type) => type.GetElementType() ?? type;
}
