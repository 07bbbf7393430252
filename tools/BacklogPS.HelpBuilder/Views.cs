using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>
/// Creates the shipped views: the handwritten ones and, for each table without a list, a list of all properties of the
/// class.
/// </summary>
internal static class Views
{
    /// <param name="source">The handwritten views.</param>
    /// <param name="target">The file to create.</param>
    /// <param name="assemblies">The assemblies that contain the classes.</param>
    public static void Write(string source, string target, IReadOnlyList<Assembly> assemblies)
    {
        var document = XDocument.Load(source);
        var views = document.Descendants("View").ToLookup(v => v.Element("ListControl") is not null);
        var listed = views[true].Select(TypeName).ToHashSet();
        foreach (var table in views[false].Where(v => listed.Add(TypeName(v))))
        {
            var name = TypeName(table);
            var type = assemblies.Select(a => a.GetType(name)).FirstOrDefault(t => t is not null)
                ?? throw new HelpException($"{Path.GetFileName(source)} has a view for {name}, which is no class of the module.");
            table.AddAfterSelf(List(type));
        }

        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(true), Indent = true, NewLineChars = "\n" });
        document.Save(writer);
    }

    private static string TypeName(XElement view) => view.Element("ViewSelectedBy")!.Element("TypeName")!.Value;

    private static XElement List(Type type) => new("View",
        new XElement("Name", type.FullName),
        new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
        new XElement("ListControl", new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", Properties(type).Select(Item))))));

    // Properties of base classes come first, each class in source order. Fields without a property come last.
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null; level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels
            .SelectMany(l => l.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.MetadataToken))
            .OrderBy(IsRest);
    }

    private static XElement Item(PropertyInfo property)
    {
        var how = property.GetCustomAttributesData().Any(a => a.AttributeType.Name == "BytesAttribute") ? "Size" : "Of";
        return new("ListItem",
            new XElement("Label", property.Name),
            Script($"[BacklogPS.Shown]::{how}($_.{property.Name})"),
            IsRest(property) ? new XElement("ItemSelectionCondition", Script($"$_.{property.Name}.Count")) : null);
    }

    private static bool IsRest(PropertyInfo property) => property.Name == "AdditionalProperties";

    private static XElement Script(string text) => new("ScriptBlock", text);
}
