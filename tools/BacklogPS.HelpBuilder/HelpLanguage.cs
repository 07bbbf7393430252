using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>The help in one language: turns its folder of pages into a help file, or updates the pages.</summary>
internal sealed class HelpLanguage(IReadOnlyList<Cmdlet> cmdlets, string folder, Language language)
{
    /// <summary>Checks the pages and writes the help file. Writes nothing if a page has an error.</summary>
    /// <param name="file">The help file to write.</param>
    /// <param name="incomplete">Whether cmdlets may still be without a page.</param>
    /// <param name="faults">Receives the errors.</param>
    public void Build(string file, bool incomplete, Faults faults)
    {
        var check = new PageCheck(language, faults);
        var shared = ReadShared(faults);
        check.CheckShared(shared, cmdlets);
        var commands = new List<(Cmdlet, Page)>();
        foreach (var cmdlet in cmdlets)
        {
            var name = PageFiles.Of(folder, cmdlet.Name);
            if (!File.Exists(name))
            {
                if (!incomplete)
                {
                    faults.Add(name, 1, $"{cmdlet.Name} has no page; to draft it, run: dotnet build src/BacklogPS -c Release -t:HelpPages");
                }

                continue;
            }

            var page = PageReader.Read(name, language, faults);
            var left = Left(cmdlet, page, shared);
            check.Check(cmdlet, page, left);
            page.Parameters.AddRange(cmdlet.Parameters.Where(p => left.Contains(p.Name)).Select(p => Shared(p, shared)! with { Title = p.Name }));
            commands.Add((cmdlet, page));
        }

        foreach (var name in PageFiles.AllOf(folder).Where(f => cmdlets.All(c => c.Name != Path.GetFileNameWithoutExtension(f))))
        {
            faults.Add(name, 1, $"there is no cmdlet '{Path.GetFileNameWithoutExtension(name)}'.");
        }

        if (!faults.Any)
        {
            MamlWriter.Write(file, commands, language);
        }
    }

    /// <summary>Updates the syntax in every page and drafts the missing pages.</summary>
    public void Update(DocComments comments, TextWriter log)
    {
        // Errors are reported by the build.
        var faults = new Faults();
        var shared = ReadShared(faults);
        foreach (var cmdlet in cmdlets)
        {
            var name = PageFiles.Of(folder, cmdlet.Name);
            if (File.Exists(name))
            {
                var left = Left(cmdlet, PageReader.Read(name, language, faults), shared);
                PageDraft.RefreshSyntax(name, SyntaxText.Of(cmdlet, left, language), language);
            }
            else
            {
                log.WriteLine($"Drafted {Path.GetFullPath(name)}");
                File.WriteAllText(name, PageDraft.Of(cmdlet, Left(cmdlet, null, shared), comments, language));
            }
        }
    }

    private Page ReadShared(Faults faults) => PageReader.Read(PageFiles.SharedOf(folder), language, faults);

    // A page may describe a shared parameter itself if there is more to say about it.
    private static List<string> Left(Cmdlet cmdlet, Page? page, Page shared) => cmdlet.Parameters
        .Where(p => Shared(p, shared) is not null)
        .Select(p => p.Name)
        .Except(page?.Parameters.Select(p => p.Title) ?? [])
        .ToList();

    // A description for the parameter of a certain class takes precedence over one for all parameters of that name.
    private static Entry? Shared(Parameter parameter, Page shared) =>
        shared.Parameters.FirstOrDefault(e => e.Title == PageCheck.SharedTitle(parameter)) ?? shared.Parameters.FirstOrDefault(e => e.Title == parameter.Name);
}
