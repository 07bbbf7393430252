using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace BacklogPS.HelpBuilder;

/// <summary>
/// <c>build</c> creates the help files from the pages, <c>update</c> updates the pages to match the cmdlets, and
/// <c>views</c> adds lists to the views. The targets Module and HelpPages of src/BacklogPS call it.
/// </summary>
internal static class Program
{
    private const string Usage = "HelpBuilder build|update|views --assembly FILE --powershell FILE --docs FOLDER [--out FOLDER] [--incomplete CULTURE] [--views FILE]";

    private static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (HelpException error)
        {
            Console.Error.WriteLine($"HelpBuilder: error HELP: {error.Message}");
            return 2;
        }
    }

    private static int Run(string[] arguments)
    {
        var options = Options(arguments.Skip(1).ToArray());
        var assembly = Path.GetFullPath(Required(options, "--assembly"));
        using var context = Metadata(Path.GetDirectoryName(assembly)!, Required(options, "--powershell"));
        var module = context.LoadFromAssemblyPath(assembly);
        if (arguments[0] == "views")
        {
            Views.Write(Required(options, "--views"), Required(options, "--out"), [module, context.LoadFromAssemblyName("BacklogPS.Core")]);
            return 0;
        }

        var docs = Required(options, "--docs");
        var cmdlets = CmdletReader.Read(module, context);
        var folders = Directory.GetDirectories(docs).Where(f => File.Exists(PageFiles.SharedOf(f))).Order(StringComparer.Ordinal);
        var languages = folders.Select(f => (Language: Language.Of(Path.GetFileName(f)), Folder: f)).ToList();
        switch (arguments[0])
        {
            case "build":
                var faults = new Faults();
                foreach (var (language, folder) in languages)
                {
                    var file = Path.Combine(Required(options, "--out"), language.Culture, Path.GetFileName(assembly) + "-Help.xml");
                    var incomplete = options.GetValueOrDefault("--incomplete", "").Split(',').Contains(language.Culture);
                    new HelpLanguage(cmdlets, folder, language).Build(file, incomplete, faults);
                }

                faults.WriteTo(Console.Out);
                return faults.Any ? 1 : 0;

            case "update":
                var comments = new DocComments(assembly);
                foreach (var (language, folder) in languages)
                {
                    new HelpLanguage(cmdlets, folder, language).Update(comments, Console.Out);
                }

                return 0;

            default:
                throw new HelpException(Usage);
        }
    }

    // Reads the metadata of assemblies without loading them or PowerShell.
    private static MetadataLoadContext Metadata(string folder, string powershell) => new(new PathAssemblyResolver(
        Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Concat(Directory.GetFiles(folder, "*.dll")).Append(powershell)));

    private static Dictionary<string, string> Options(string[] arguments)
    {
        if (arguments.Length == 0 || arguments.Length % 2 != 0)
        {
            throw new HelpException(Usage);
        }

        return arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    private static string Required(Dictionary<string, string> options, string name) =>
        options.TryGetValue(name, out var value) ? value : throw new HelpException($"{name} is missing. {Usage}");
}
