using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>
/// Compares pages with the cmdlets: everything that exists must be described, and everything that is described must
/// exist.
/// </summary>
internal sealed class PageCheck(Language language, Faults faults)
{
    private const string Refresh = "run: dotnet build src/BacklogPS -c Release -t:HelpPages";

    public void Check(Cmdlet cmdlet, Page page, IReadOnlyCollection<string> shared)
    {
        if (page.Title.Title != cmdlet.Name)
        {
            faults.Add(page.File, page.Title.Line, $"the title has to be '{cmdlet.Name}', the file's name.");
        }

        Present(page, page.Title.Line, page.Title.Text, "a synopsis below its title");
        Present(page, page.Title.Line, page.Description, $"a section '{language.Description}'");
        if (page.Examples.Count < 2)
        {
            faults.Add(page.File, page.Title.Line, $"the page needs at least two examples below '{language.Examples}'.");
        }

        if (page.Syntax != SyntaxText.Of(cmdlet, shared, language))
        {
            faults.Add(page.File, page.SyntaxLine, $"the section '{language.Syntax}' is not what {cmdlet.Name} has now; {Refresh}");
        }

        Same(page, page.Parameters, cmdlet.Parameters.Select(p => p.Name).Except(shared).ToList(), $"parameter '-{{0}}' of {cmdlet.Name}");
        Same(page, page.Inputs, cmdlet.Inputs, $"input '{{0}}' of {cmdlet.Name}");
        Same(page, page.Outputs, cmdlet.Outputs, $"output '{{0}}' of {cmdlet.Name}");
        CheckDraft(page);
    }

    /// <summary>Checks the page of shared parameters: each must exist on some cmdlet.</summary>
    public void CheckShared(Page page, IEnumerable<Cmdlet> cmdlets)
    {
        var known = cmdlets.SelectMany(c => c.Parameters).SelectMany(p => new[] { p.Name, SharedTitle(p) }).ToHashSet();
        Same(page, page.Parameters, page.Parameters.Select(p => p.Title).Where(known.Contains).ToList(), "parameter '-{0}' of any cmdlet");
    }

    /// <summary>The heading in the shared page for a parameter that a base class gives to many cmdlets.</summary>
    public static string SharedTitle(Parameter parameter) => $"{parameter.Name} ({parameter.Declarer})";

    private void Present(Page page, int line, IReadOnlyList<string> text, string what)
    {
        if (text.All(string.IsNullOrWhiteSpace))
        {
            faults.Add(page.File, line, $"the page lacks {what}.");
        }
    }

    private void Same(Page page, IReadOnlyList<Entry> described, IReadOnlyList<string> there, string what)
    {
        foreach (var name in there.Except(described.Select(d => d.Title)))
        {
            faults.Add(page.File, page.Title.Line, $"the page lacks the {string.Format(null, what, name)}.");
        }

        foreach (var entry in described.Where(d => !there.Contains(d.Title)))
        {
            faults.Add(page.File, entry.Line, $"there is no {string.Format(null, what, entry.Title)}.");
        }

        foreach (var entry in described.GroupBy(d => d.Title).SelectMany(g => g.Skip(1)))
        {
            faults.Add(page.File, entry.Line, $"'{entry.Title}' is described twice.");
        }

        foreach (var entry in described.Where(d => d.Text.All(string.IsNullOrWhiteSpace)))
        {
            faults.Add(page.File, entry.Line, $"nothing is said of '{entry.Title}'.");
        }
    }

    private void CheckDraft(Page page)
    {
        var line = Array.FindIndex(File.ReadAllLines(page.File), l => l.Contains(PageDraft.ToDo, StringComparison.Ordinal));
        if (line >= 0)
        {
            faults.Add(page.File, line + 1, $"the page is still a draft ('{PageDraft.ToDo}').");
        }
    }
}
