using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>Drafts a new page from the compiled cmdlet and its doc comments.</summary>
internal static class PageDraft
{
    /// <summary>Marks what a person still has to write. A page that contains it does not build.</summary>
    public const string ToDo = "TODO";

    // Values that exist in the simulated space, so that the examples run.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["Space"] = "mycompany", ["Project"] = "APP", ["Issue"] = "APP-1", ["Repository"] = "app", ["PullRequest"] = "1", ["User"] = "tanaka",
    };

    public static string Of(Cmdlet cmdlet, IReadOnlyCollection<string> shared, DocComments comments, Language language)
    {
        var call = cmdlet.InSet(cmdlet.Sets[0]).Where(p => p.Binding.Mandatory).Select(p => Argument(p.Parameter)).Prepend(cmdlet.Name);
        var summary = comments.Of(cmdlet.Class);
        string[] example = ["### " + ToDo, $"```powershell\n{string.Join(" ", call)}\n```", ToDo];
        IEnumerable<string> parts =
        [
            "# " + cmdlet.Name, summary,
            "## " + language.Syntax, SyntaxText.Of(cmdlet, shared, language),
            "## " + language.Description, summary,
            "## " + language.Examples, .. example, .. example,
            "## " + language.Parameters,
            .. cmdlet.Parameters.Where(p => !shared.Contains(p.Name)).SelectMany(p => new[] { "### -" + p.Name, Filled(comments.Of(cmdlet.Class, p.Name)) }),
            "## " + language.Inputs, .. cmdlet.Inputs.SelectMany(i => new[] { "### " + i, ToDo }),
            "## " + language.Outputs, .. cmdlet.Outputs.SelectMany(o => new[] { "### " + o, ToDo }),
            "## " + language.Links, "- " + ToDo,
        ];
        return string.Join("\n\n", parts) + "\n";
    }

    /// <summary>Updates the syntax in a page to the current cmdlet. Adds the section if it is missing.</summary>
    public static void RefreshSyntax(string file, string syntax, Language language)
    {
        var lines = File.ReadAllLines(file).ToList();
        var heading = "## " + language.Syntax;
        var at = lines.IndexOf(heading);
        if (at < 0)
        {
            at = lines.FindIndex(l => l.StartsWith("## ", System.StringComparison.Ordinal));
            at = at < 0 ? lines.Count : at;
            lines.InsertRange(at, [heading, ""]);
        }

        var end = lines.FindIndex(at + 1, l => l.StartsWith("## ", System.StringComparison.Ordinal));
        end = end < 0 ? lines.Count : end;
        lines.RemoveRange(at, end - at);
        lines.InsertRange(at, [heading, "", .. syntax.Split('\n'), ""]);
        var text = string.Join("\n", lines).TrimEnd() + "\n";
        if (text != File.ReadAllText(file))
        {
            File.WriteAllText(file, text);
        }
    }

    private static string Argument(Parameter parameter) =>
        parameter.IsSwitch ? "-" + parameter.Name : $"-{parameter.Name} {Values.GetValueOrDefault(parameter.Name, ToDo)}";

    private static string Filled(string text) => text.Length > 0 ? text : ToDo;
}
