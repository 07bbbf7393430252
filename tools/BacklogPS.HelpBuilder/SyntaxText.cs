using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>The syntax section of a page. It is generated so that readers on the web have it too.</summary>
internal static class SyntaxText
{
    // The length of a line that web pages show without a scroll bar.
    private const int Width = 100;

    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="shared">The parameters that the page leaves to the page of shared parameters.</param>
    /// <param name="language">The page's language.</param>
    public static string Of(Cmdlet cmdlet, IReadOnlyCollection<string> shared, Language language)
    {
        var sets = cmdlet.Sets.Select(set =>
            Wrap(cmdlet.InSet(set).Select(p => Of(p.Parameter, p.Binding)).Append("[<CommonParameters>]"), cmdlet.Name));
        var text = "```text\n" + string.Join("\n\n", sets.Distinct()) + "\n```";
        return shared.Count == 0
            ? text
            : text + "\n\n" + string.Format(null, language.SharedParameters, string.Join(", ", shared.Select(s => $"`-{s}`")));
    }

    private static string Wrap(IEnumerable<string> words, string first)
    {
        var lines = new List<string> { first };
        foreach (var word in words)
        {
            if (lines[^1].Length + word.Length < Width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add("    " + word);
            }
        }

        return string.Join("\n", lines);
    }

    private static string Of(Parameter parameter, Binding binding)
    {
        var name = "-" + parameter.Name;
        if (parameter.IsSwitch)
        {
            return binding.Mandatory ? name : $"[{name}]";
        }

        name = binding.Position is null ? name : $"[{name}]";
        var value = parameter.Values.Count > 0
            ? $"{{{string.Join(" | ", parameter.Values)}}}"
            : $"<{TypeName.Short(parameter.Type)}>";
        return binding.Mandatory ? $"{name} {value}" : $"[{name} {value}]";
    }
}
