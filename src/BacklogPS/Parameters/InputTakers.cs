using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>Finds the parameters of a cmdlet that would take an object which its pipeline does not.</summary>
internal static class InputTakers
{
    /// <summary>Their names, each with its hyphen; none where no parameter is about such an object.</summary>
    public static IReadOnlyList<string> Of(Type cmdlet, PSObject given)
    {
        // What came through a job or Clixml bears its type's name only.
        var kind = PipedObject.NameOf(given);
        return cmdlet.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)) && Takes(p, kind)).Select(p => "-" + p.Name).ToList();
    }

    private static bool Takes(PropertyInfo parameter, string kind) =>
        parameter.GetCustomAttribute<ObjectTextAttribute>() is { } text
            ? text.Takes.Name == kind
            : !parameter.GetCustomAttributes<ParameterAttribute>().All(a => a.DontShow)
                && (ItemType(parameter.PropertyType).Name == kind || IsNamed(parameter, kind));

    // A milestone's text is its name, which -Milestone takes, and -Version, for both are of one list.
    private static bool IsNamed(PropertyInfo parameter, string kind) =>
        ItemType(parameter.PropertyType) == typeof(string)
        && (parameter.Name == kind || "Git" + parameter.Name == kind || (kind == nameof(Milestone) && parameter.Name == "Version"));

    private static Type ItemType(Type type) => type.GetElementType() ?? type;
}
