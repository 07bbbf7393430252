using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>The doc comments in the XML file that the compiler wrote next to the assembly.</summary>
internal sealed class DocComments
{
    private readonly Dictionary<string, XElement> members;

    public DocComments(string assembly)
    {
        var file = Path.ChangeExtension(assembly, ".xml");
        members = File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!)
            : [];
    }

    public string Of(Type type) => Summary("T:" + type.FullName);

    /// <summary>
    /// The comment on a parameter, from the class that declares it; empty for PowerShell's own parameters.
    /// </summary>
    public string Of(Type type, string property)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (Summary($"P:{level.FullName}.{property}") is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    private string Summary(string member)
    {
        var summary = members.GetValueOrDefault(member)?.Element("summary");
        var text = string.Concat((summary?.Nodes() ?? []).Select(n => n switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword"))?.Split('.', ':').Last()}`",
            XElement other => other.Value,
            XText plain => plain.Value,
            _ => "",
        }));
        return Regex.Replace(text, @"\s+", " ").Trim();
    }
}
