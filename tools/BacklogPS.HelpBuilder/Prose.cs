using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BacklogPS.HelpBuilder;

/// <summary>Converts Markdown to the plain text that Get-Help shows.</summary>
internal static class Prose
{
    /// <summary>Converts blocks to paragraphs. Anything that help cannot show is an error.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks, string file, Faults faults)
    {
        var paragraphs = new List<string>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    paragraphs.Add(Of(paragraph.Inline));
                    break;
                case CodeBlock code:
                    paragraphs.Add(Code(code));
                    break;
                case ListBlock list:
                    paragraphs.Add(string.Join("\n", Items(list, file, faults)));
                    break;
                default:
                    faults.Add(file, block.Line + 1, $"help can show paragraphs, lists and code, not a {block.GetType().Name}.");
                    break;
            }
        }

        return paragraphs;
    }

    public static string Code(CodeBlock code) => code.Lines.ToString().TrimEnd();

    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LinkInline link => Of(link),
                AutolinkInline link => link.Url,
                LineBreakInline => "\n",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline inner => Of(inner),
                _ => "",
            });
        }

        return JoinLines(text.ToString());
    }

    private static string Of(LinkInline link)
    {
        var text = Of((ContainerInline)link);
        return link.Url is { } url && url.Contains("://") && url != text ? $"{text} ({url})" : text;
    }

    private static IEnumerable<string> Items(ListBlock list, string file, Faults faults)
    {
        var number = 0;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            number++;
            yield return (list.IsOrdered ? $"{number}. " : "- ") + string.Join("\n", Of(item, file, faults)).Replace("\n", "\n  ");
        }
    }

    // A line break in the source becomes a space, except next to a Japanese character.
    private static string JoinLines(string text)
    {
        var lines = text.Split('\n');
        var joined = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            if (joined.Length > 0 && joined[^1] < 0x3000 && line[0] < 0x3000)
            {
                joined.Append(' ');
            }

            joined.Append(line);
        }

        return joined.ToString();
    }
}
