using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace BacklogPS.Core.Tests.Support;

/// <summary>The texts for users, from the source tree. Core gets those of the module in English.</summary>
internal static class Texts
{
    [ModuleInitializer]
    internal static void Provide()
    {
        var texts = new Lazy<Dictionary<string, string>>(() => Read("BacklogPS/CmdletMessages", ""));
        CallerTexts.Source = text => texts.Value[text.ToString()];
    }

    public static Dictionary<string, string> Read(string file, string language) =>
        XDocument.Load(Path.Combine(SourceTree.Root, "src", file + language + ".resx")).Root!.Elements("data")
            .ToDictionary(e => (string)e.Attribute("name")!, e => (string)e.Element("value")!);
}
