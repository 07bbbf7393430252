using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BacklogPS.HelpBuilder;

/// <summary>Reads a page: a title followed by the synopsis, then second-level sections with third-level entries.</summary>
internal sealed class PageReader
{
    private readonly string file;
    private readonly Language language;
    private readonly Faults faults;

    private PageReader(string file, Language language, Faults faults)
    {
        this.file = file;
        this.language = language;
        this.faults = faults;
    }

    public static Page Read(string file, Language language, Faults faults) => new PageReader(file, language, faults).Read();

    private Page Read()
    {
        var blocks = Markdown.Parse(File.ReadAllText(file)).ToList();
        var parts = Split(blocks, 1);
        if (parts.Count != 1 || parts[0].Heading is null)
        {
            faults.Add(file, 1, "a page begins with its one title (# Name).");
        }

        var top = Split(parts.LastOrDefault().Blocks ?? [], 2);
        var title = parts.LastOrDefault().Heading;
        var page = new Page(file, new Entry(Title(title), Line(title), Text(top[0].Blocks)));
        var before = -1;
        foreach (var section in top.Skip(1))
        {
            var order = Array.IndexOf(Sections(), Title(section.Heading));
            if (order < 0 || order <= before)
            {
                faults.Add(file, Line(section.Heading), $"sections are, in this order: {string.Join(", ", Sections())}.");
            }

            before = order;
            Read(page, order, section);
        }

        return page;
    }

    private string[] Sections() =>
    [
        language.Syntax, language.Description, language.Examples, language.Parameters, language.Inputs, language.Outputs,
        language.Notes, language.Links,
    ];

    private void Read(Page page, int order, Part section)
    {
        switch (order)
        {
            case 0:
                (page.Syntax, page.SyntaxLine) = (Source(section), Line(section.Heading));
                break;
            case 1:
                page.Description = Text(section.Blocks);
                break;
            case 2:
                page.Examples.AddRange(Entries(section).Select(ReadExample));
                break;
            case 3:
                page.Parameters.AddRange(ReadEntries(section));
                break;
            case 4:
                page.Inputs.AddRange(ReadEntries(section));
                break;
            case 5:
                page.Outputs.AddRange(ReadEntries(section));
                break;
            case 6:
                page.Notes = Text(section.Blocks);
                break;
            case 7:
                page.Links.AddRange(section.Blocks.SelectMany(b => b.Descendants<LinkInline>()).Select(ReadLink));
                break;
        }
    }

    private IEnumerable<Entry> ReadEntries(Part section) =>
        Entries(section).Select(e => new Entry(Title(e.Heading).TrimStart('-'), Line(e.Heading), Text(e.Blocks)));

    private Example ReadExample(Part part)
    {
        var code = part.Blocks.FindIndex(b => b is FencedCodeBlock { Info: "powershell" });
        if (code < 0)
        {
            faults.Add(file, Line(part.Heading), "an example has code in a fence of powershell.");
            return new Example(Title(part.Heading), Line(part.Heading), [], "", []);
        }

        return new Example(
            Title(part.Heading),
            Line(part.Heading),
            Text(part.Blocks.Take(code)),
            Prose.Code((FencedCodeBlock)part.Blocks[code]),
            Text(part.Blocks.Skip(code + 1)));
    }

    private Link ReadLink(LinkInline link)
    {
        if (link.Url!.Contains("://"))
        {
            return new Link(Prose.Of((ContainerInline)link), link.Url);
        }

        if (!File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Url)))
        {
            faults.Add(file, link.Line + 1, $"there is no file '{link.Url}' to link to.");
        }

        return new Link(Prose.Of((ContainerInline)link), null);
    }

    private IEnumerable<Part> Entries(Part section)
    {
        var entries = Split(section.Blocks, 3);
        foreach (var stray in entries[0].Blocks)
        {
            faults.Add(file, stray.Line + 1, "what stands here belongs below a heading of the third level.");
        }

        return entries.Skip(1);
    }

    private IReadOnlyList<string> Text(IEnumerable<Block> blocks) => Prose.Of(blocks, file, faults);

    private string Source(Part section) => string.Join(
        "\n",
        File.ReadAllLines(file).Skip(Line(section.Heading)).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))).Trim();

    // Splits the blocks at the headings of a level. The part before the first heading has none.
    private static List<Part> Split(IEnumerable<Block> blocks, int level)
    {
        var parts = new List<Part> { new(null, []) };
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
            {
                parts.Add(new Part(heading, []));
            }
            else
            {
                parts[^1].Blocks.Add(block);
            }
        }

        return level == 1 && parts[0].Blocks.Count == 0 ? parts.Skip(1).ToList() : parts;
    }

    private static string Title(HeadingBlock? heading) => Prose.Of(heading?.Inline);

    private static int Line(HeadingBlock? heading) => (heading?.Line ?? 0) + 1;

    private readonly record struct Part(HeadingBlock? Heading, List<Block> Blocks);
}
