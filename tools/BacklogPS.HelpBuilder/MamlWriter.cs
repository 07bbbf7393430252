using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>
/// Writes the help file that PowerShell reads: facts from the cmdlet, prose from its page. The schema:
/// https://learn.microsoft.com/powershell/scripting/developer/help/writing-help-for-windows-powershell-cmdlets
/// </summary>
internal static class MamlWriter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(string file, IEnumerable<(Cmdlet Cmdlet, Page Page)> commands, Language language)
    {
        XNamespace msh = "http://msh";
        var document = new XDocument(new XElement(
            msh + "helpItems", new XAttribute("schema", "maml"), commands.Select(c => Of(c.Cmdlet, c.Page, language))));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(true), Indent = true, NewLineChars = "\n" };
        using var writer = XmlWriter.Create(file, settings);
        document.Save(writer);
    }

    private static XElement Of(Cmdlet cmdlet, Page page, Language language) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            new XElement(Maml + "description", Paragraphs(page.Title.Text))),
        new XElement(Maml + "description", Paragraphs(page.Description)),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => SyntaxItem(cmdlet, set, page, language))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(p => Of(p, p.Bindings, page, language, false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(e => TypeEntry("inputType", e))),
        new XElement(Command + "returnValues", page.Outputs.Select(e => TypeEntry("returnValue", e))),
        page.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select((e, i) => Of(e, i + 1, language))),
        new XElement(
            Command + "relatedLinks",
            page.Links.Prepend(new Link(language.OnlineVersion, language.OnlinePage(cmdlet.Name))).Select(Of)));

    private static XElement SyntaxItem(Cmdlet cmdlet, string set, Page page, Language language) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.InSet(set).Select(p => Of(p.Parameter, [p.Binding], page, language, true)));

    private static XElement Of(Parameter parameter, IReadOnlyList<Binding> bindings, Page page, Language language, bool inSyntax)
    {
        // Where the sets differ, the widest that is true in one of them.
        var position = bindings.Select(b => b.Position).Distinct().Count() == 1 ? bindings[0].Position : null;
        var type = TypeName.Short(parameter.Type);
        var text = page.Parameters.First(p => p.Title == parameter.Name).Text;
        if (!inSyntax && parameter.Values.Count > 0)
        {
            text = [.. text, string.Format(null, language.AcceptedValues, string.Join(", ", parameter.Values))];
        }

        return new XElement(
            Command + "parameter",
            new XAttribute("required", Word(bindings.All(b => b.Mandatory))),
            new XAttribute("variableLength", Word(parameter.Type.IsArray)),
            new XAttribute("globbing", Word(parameter.Wildcards)),
            new XAttribute("pipelineInput", Pipeline(bindings)),
            new XAttribute("position", position?.ToString() ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraphs(text)),
            inSyntax && parameter.Values.Count > 0
                ? new XElement(
                    Command + "parameterValueGroup",
                    parameter.Values.Select(v => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), v)))
                : null,
            inSyntax && parameter.IsSwitch
                ? null
                : new XElement(
                    Command + "parameterValue",
                    new XAttribute("required", Word(!parameter.IsSwitch)),
                    new XAttribute("variableLength", Word(parameter.Type.IsArray)),
                    type),
            new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default ?? (parameter.IsSwitch ? "False" : "None")));
    }

    private static string Pipeline(IReadOnlyList<Binding> bindings)
    {
        string[] ways =
        [
            .. bindings.Any(b => b.FromPipeline) ? ["ByValue"] : (string[])[],
            .. bindings.Any(b => b.FromPipelineByPropertyName) ? ["ByPropertyName"] : (string[])[],
        ];
        return ways.Length == 0 ? "False" : $"True ({string.Join(", ", ways)})";
    }

    private static XElement TypeEntry(string name, Entry entry) => new(
        Command + name,
        new XElement(Dev + "type", new XElement(Maml + "name", entry.Title)),
        new XElement(Maml + "description", Paragraphs(entry.Text)));

    private static XElement Of(Example example, int number, Language language)
    {
        var title = string.Format(null, language.Example, number, example.Title);
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"---------- {title} ----------"),
            new XElement(Maml + "introduction", Paragraphs(example.Introduction)),
            new XElement(Dev + "code", example.Code),
            // The empty paragraph keeps the next title away.
            new XElement(Dev + "remarks", Paragraphs([.. example.Remarks, ""])));
    }

    private static XElement Of(Link link) => new(
        Maml + "navigationLink", new XElement(Maml + "linkText", link.Text), new XElement(Maml + "uri", link.Address ?? ""));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(t => new XElement(Maml + "para", t));

    private static string Word(bool value) => value ? "true" : "false";
}
